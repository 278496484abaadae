import { day, formatDay, formatInstant } from '#lib/base/days'
import type { Block, Paper } from '#lib/base/paper'
import { count, listInWords } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { contentOf, languagesOf } from '#lib/law/lessons/course-content'
import type { BinderCampaign, Decided, TaughtVersion } from '../binder-queries.ts'
import type { DoneRow } from '../done-export.ts'
import { stepKinds } from '../exception-schema.ts'
import { type AssignmentState, assignmentStates } from '../options.ts'

export interface BinderContent {
  campaign: BinderCampaign
  facts: readonly { label: string; value: string }[]
  versions: readonly TaughtVersion[]
  roster: readonly (DoneRow & { state: AssignmentState })[]
  /** People beyond those in `roster`, who are in the ZIP only. */
  more: number
  decided: readonly Decided[]
  sheets: readonly { code: string; names: number; entered: number }[]
  history: readonly { at: Date; actorName: string; sentence: string; reason: string | null }[]
}

const decisionWords = [
  ...stepKinds,
  { value: 'signature-taken-back', label: 'Signature does not count' },
  { value: 'correction', label: 'Correction beside a signature' },
]

/** The binder of a campaign to be read and printed; the proofs themselves are in the ZIP. */
export function binderPaper(
  content: BinderContent,
  { practiceName, timeZone, at }: { practiceName: string; timeZone: string; at: Date },
): Paper {
  const { campaign, facts, roster, more } = content
  const title = `Training records: ${campaign.ref} ${campaign.title}`
  const total = roster.length + more
  return {
    ...{ title, author: practiceName, language: 'en', size: 'letter', landscape: true, madeAt: at },
    mark: formatInstant(at, timeZone),
    head: practiceName,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(campaign.limitedTo
        ? [{ kind: 'paragraph' as const, words: `The people of ${listInWords(campaign.limitedTo)} only.` }]
        : []),
      { kind: 'facts', facts },
      { kind: 'heading', level: 2, text: 'What was taught' },
      ...taught(content.versions, timeZone),
      { kind: 'heading', level: 2, text: `Who was assigned: ${count(total, 'person', 'people')}` },
      ...(more > 0
        ? [
            {
              kind: 'paragraph' as const,
              words: `The first ${roster.length.toLocaleString('en-US')} are listed here; all of them are in roster.csv of the ZIP.`,
            },
          ]
        : []),
      rosterTable(roster),
      ...decisions(content.decided, timeZone),
      ...paper(content.sheets),
      ...history(content.history, timeZone),
    ],
  }
}

function taught(versions: readonly TaughtVersion[], timeZone: string): Block[] {
  return versions.map(
    ({ number, content: stored, sha256, publishedAt, publishedByName, whatChanged }): Block => {
      const content = contentOf(stored)
      return {
        kind: 'facts',
        facts: [
          { label: 'Version', value: `${content.ref} version ${number}` },
          {
            label: 'Title',
            value: languagesOf(content)
              .map((one) => content.texts[one]?.title)
              .join(' / '),
          },
          { label: 'Published', value: `${formatInstant(publishedAt, timeZone)} by ${publishedByName}` },
          { label: 'What changed', value: whatChanged },
          {
            label: 'Questions',
            value: `${content.texts.en.questions.length}, ${content.passPercent} % to pass`,
          },
          { label: 'SHA-256', value: sha256 },
        ],
      }
    },
  )
}

const dayText = (text: string | null) => (text ? formatDay(day(text)) : '')

function rosterTable(roster: BinderContent['roster']): Block {
  return {
    kind: 'table',
    rowHeads: true,
    columns: [
      { head: 'Person', share: 5 },
      { head: 'Site', share: 3 },
      { head: 'Assigned', share: 2 },
      { head: 'Due', share: 2 },
      { head: 'State', share: 2 },
      { head: 'Signed', share: 2 },
      { head: 'SHA-256 of the signature', share: 5 },
    ],
    rows: roster.map((row) => [
      `${row.personName}\n${[row.personRef, row.jobTitle].filter(Boolean).join(', ')}`,
      row.siteName ?? '',
      dayText(row.assignedOn),
      dayText(row.dueOn),
      optionLabel(assignmentStates, row.state),
      dayText(row.signedOn),
      row.sha256 ? `${row.sha256.slice(0, 32)}\n${row.sha256.slice(32)}` : '',
    ]),
  }
}

function decisions(decided: readonly Decided[], timeZone: string): Block[] {
  if (decided.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Exceptions, corrections and measures' },
    {
      kind: 'table',
      columns: [
        { head: 'When', share: 3 },
        { head: 'Person', share: 4 },
        { head: 'What', share: 4 },
        { head: 'Why', share: 6 },
        { head: 'By', share: 3 },
      ],
      rows: decided.map((one) => [
        formatInstant(one.at, timeZone),
        `${one.personName}\n${one.personRef}`,
        `${optionLabel(decisionWords, one.kind)}${one.after ? ` until ${formatDay(one.after)}` : ''}`,
        one.reason,
        one.byName,
      ]),
    },
  ]
}

function paper(sheets: BinderContent['sheets']): Block[] {
  if (sheets.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Signed on paper' },
    {
      kind: 'list',
      items: sheets.map(
        ({ code, names, entered }) => `Sheet ${code}: ${entered} of ${count(names, 'name')} entered from it`,
      ),
    },
  ]
}

function history(events: BinderContent['history'], timeZone: string): Block[] {
  if (events.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'What happened with the campaign' },
    {
      kind: 'list',
      items: events.map(
        ({ at, actorName, sentence, reason }) =>
          `${formatInstant(at, timeZone)}, ${actorName}: ${sentence}${reason ? ` (${reason})` : ''}`,
      ),
    },
  ]
}
