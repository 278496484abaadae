import { formatDay, formatInstant } from '#lib/base/days'
import { type Paper, strong } from '#lib/base/paper'
import { optionLabel } from '#lib/kernel/table'
import { languageNames, languages } from '#lib/law/lessons/lesson'
import { methods } from '../options.ts'
import type { ShownSignature } from '../person-queries.ts'

/** One signature on one page: who read and signed what, when, and the hash that it is found by. It says nothing beyond that. */
export function certificatePaper(
  signature: ShownSignature,
  { timeZone, at, campaign }: { timeZone: string; at: Date; campaign: string },
): Paper {
  const { practiceName, personName, courseRef, courseTitle, number, signedOn, method, right, asked } =
    signature
  const language = languages.find((one) => one === signature.language)
  const isPaper = method === 'paper'
  return {
    title: `Certificate of training: ${personName}`,
    author: practiceName,
    language: 'en',
    size: 'letter',
    madeAt: at,
    mark: `SHA-256 ${signature.sha256.slice(0, 16)}…`,
    head: practiceName,
    blocks: [
      { kind: 'heading', level: 1, text: 'Certificate of training', align: 'center' },
      { kind: 'paragraph', align: 'center', words: [[strong(personName)]] },
      { kind: 'paragraph', align: 'center', words: 'read and signed the training' },
      { kind: 'paragraph', align: 'center', words: [[strong(`“${courseTitle}”`)]] },
      { kind: 'paragraph', align: 'center', words: `of ${practiceName} on ${formatDay(signedOn)}.` },
      { kind: 'heading', level: 2, text: 'What was signed' },
      { kind: 'paragraph', words: signature.statement },
      {
        kind: 'facts',
        facts: [
          { label: 'Course', value: `${courseRef}, version ${number}` },
          { label: 'Campaign', value: campaign },
          { label: 'Language', value: language ? languageNames[language] : '' },
          { label: 'Answers', value: asked === null ? '' : `${right} of ${asked} right` },
          { label: 'As the package reported', value: signature.reported ?? '' },
          { label: 'How', value: optionLabel(methods, method) },
          { label: 'Site', value: signature.site },
          {
            label: isPaper ? 'Entered' : 'Signed at',
            value: `${formatInstant(signature.at, timeZone)}${isPaper ? ` by ${signature.recordedBy ?? ''}, sheet ${signature.sheet ?? ''}` : ''}`,
          },
          { label: 'Kept at least until', value: formatDay(signature.keptUntil) },
        ],
      },
      { kind: 'heading', level: 2, text: 'How it is found again' },
      {
        kind: 'paragraph',
        words: [
          `SHA-256 of the signature: ${signature.sha256}`,
          `SHA-256 of the text that was read: ${signature.textSha256}`,
        ],
      },
      ...signature.corrections.map(({ reason, byName, at: noted }) => ({
        kind: 'paragraph' as const,
        words: `Correction by ${byName}, ${formatInstant(noted, timeZone)}: ${reason}`,
      })),
      {
        kind: 'paragraph',
        look: 'soft',
        words: `Made on ${formatInstant(at, timeZone)} from the records of ${practiceName}. It says what this person read and signed, and nothing about the practice.`,
      },
    ],
  }
}
