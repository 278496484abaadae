import { type Day, formatDay, formatInstant } from '#lib/base/days'
import { type Block, type Paper, soft, strong, type Words } from '#lib/base/paper'
import { listInWords } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { assignmentStates, methods } from '../options.ts'
import type { PersonTraining, ShownAssignment, ShownSignature } from '../person-queries.ts'

interface Whose {
  practiceName: string
  timeZone: string
  at: Date
  today: Day
}

/** Everything that a person was assigned and ever signed, with the hash of each signature. */
export function transcriptPaper(person: PersonTraining, { practiceName, timeZone, at, today }: Whose): Paper {
  const { name, ref, jobTitle, staffNumber, siteNames, assignments, active } = person
  const signed = assignments.filter(({ signedOn }) => signedOn).length
  return {
    title: `Training of ${name}`,
    author: practiceName,
    language: 'en',
    size: 'letter',
    madeAt: at,
    mark: `As of ${formatDay(today)}`,
    head: practiceName,
    blocks: [
      { kind: 'heading', level: 1, text: `Training of ${name}` },
      {
        kind: 'facts',
        facts: [
          { label: 'Reference', value: ref },
          { label: 'Staff number', value: staffNumber },
          { label: 'Job title', value: jobTitle },
          { label: 'Sites', value: listInWords(siteNames) },
          { label: 'Works here', value: active ? 'yes' : 'has left' },
          { label: 'Signed', value: `${signed} of ${assignments.length} assigned` },
        ],
      },
      {
        kind: 'paragraph',
        look: 'soft',
        words:
          'Each signature is kept as a text that is never changed; its SHA-256 is written below it. A signature that was taken back is shown as that.',
      },
      ...assignments.flatMap((one) => assignmentBlocks(one, timeZone)),
    ],
  }
}

function assignmentBlocks(one: ShownAssignment, timeZone: string): Block[] {
  const { campaign, courseName, assignedOn, dueOn, firstDueOn, state, signatures, signedOn, round } = one
  const moved = firstDueOn === dueOn ? '' : ` (first ${formatDay(firstDueOn)})`
  return [
    { kind: 'heading', level: 2, text: `${campaign.ref} ${campaign.title}` },
    {
      kind: 'facts',
      facts: [
        { label: 'Course', value: courseName },
        { label: 'State', value: optionLabel(assignmentStates, state) },
        { label: 'Assigned on', value: formatDay(assignedOn) },
        { label: 'Sign by', value: `${formatDay(dueOn)}${moved}` },
      ],
    },
    ...signatures.map(
      (signature): Block => ({
        kind: 'paragraph',
        words: signatureWords(signature, signedOn !== null && signature.round === round, timeZone),
      }),
    ),
  ]
}

function signatureWords(signature: ShownSignature, counts: boolean, timeZone: string): Words[] {
  const { method, number, courseTitle, right, asked, sha256, at, sheet, recordedBy, corrections } = signature
  const answers = asked === null ? '' : `, ${right} of ${asked} answers right`
  const score =
    signature.reported === null ? answers : `${answers}, as the package reported: ${signature.reported}`
  const paper = method === 'paper' ? `, sheet ${sheet ?? ''}, entered by ${recordedBy ?? ''}` : ''
  return [
    [
      strong(counts ? 'Signed' : 'Signed, and taken back'),
      ` on ${formatDay(signature.signedOn)}: version ${number} of “${courseTitle}”${score}. ${optionLabel(methods, method)}${paper}, ${formatInstant(at, timeZone)}.`,
    ],
    [soft(`SHA-256 ${sha256}`)],
    ...corrections.map(
      ({ takesBack, reason, byName, at: noted }): Words =>
        `${takesBack ? 'Taken back' : 'Correction'} by ${byName}, ${formatInstant(noted, timeZone)}: ${reason}`,
    ),
  ]
}
