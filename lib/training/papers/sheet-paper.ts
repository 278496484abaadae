import { formatInstant } from '#lib/base/days'
import type { Block, Paper } from '#lib/base/paper'
import { sheetWords } from '#lib/law/lessons/sheet-statement'
import type { SheetDetail } from '../paper-queries.ts'
import { lessonOnPaper } from './lesson-blocks.ts'

/** A sheet to sign by hand: its code on every page, the sentence above the names, room to write, and the lesson itself. */
export function sheetPaper(
  sheet: SheetDetail,
  { practiceName, timeZone }: { practiceName: string; timeZone: string },
): Paper {
  const { code, language, statement, lines, course, campaign, siteName, printedAt, printedByName } = sheet
  const words = sheetWords[language]
  return {
    title: `${words.title} ${code}`,
    author: practiceName,
    language,
    size: 'letter',
    // When it was made in Plumbline: printed again it is the same file.
    madeAt: printedAt,
    mark: code,
    head: `${practiceName} · ${words.code} ${code}`,
    blocks: [
      { kind: 'heading', level: 1, text: `${words.title} ${code}` },
      {
        kind: 'facts',
        facts: [
          { label: words.campaign, value: `${campaign.ref} ${campaign.title}` },
          { label: words.course, value: `${course.ref} ${course.title}` },
          { label: words.version, value: `${course.number} (SHA-256 ${course.sha256.slice(0, 12)}…)` },
          { label: words.site, value: siteName ?? words.everywhere },
          {
            label: words.printed,
            value: `${formatInstant(printedAt, timeZone)} ${words.by} ${printedByName}`,
          },
        ],
      },
      { kind: 'paragraph', words: statement },
      {
        kind: 'table',
        rowMm: 11,
        rowHeads: true,
        columns: [
          { head: '', share: 1 },
          { head: words.person, share: 6 },
          { head: words.signature, share: 7 },
          { head: words.date, share: 3 },
        ],
        rows: lines.map(({ place, name, ref }) => [String(place), `${name}\n${ref}`, '', '']),
      },
      { kind: 'paragraph', look: 'soft', words: words.note },
      ...lessonOf(sheet),
    ],
  }
}

/** What is signed, to be read by whoever has no screen: on pages of its own, with the hash of exactly this version. */
function lessonOf({ language, course }: SheetDetail): Block[] {
  if (course.body.trim() === '') return []
  const words = sheetWords[language]
  return [
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: course.title },
    { kind: 'paragraph', words: words.readFirst },
    {
      kind: 'paragraph',
      look: 'soft',
      words: `${course.ref}, ${words.version.toLowerCase()} ${course.number}. SHA-256 ${course.sha256}`,
    },
    ...lessonOnPaper(course.body, words.onScreen),
  ]
}
