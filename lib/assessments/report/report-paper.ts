import { dateOf } from '#lib/base/days'
import type { Paper } from '#lib/base/paper'
import { type Report, reportBlocks, standingOf } from './report.ts'
import { dayInWords } from './report-words.ts'

/** The report as it is put on paper. It says that it was made when it was last signed, or on the day that a draft shows. */
export function reportPaper(report: Report): Paper {
  const { content, copy } = report
  const { assessment, practice, asOf } = content
  const last = copy?.signatures.at(-1)?.signedAt ?? copy?.frozenAt
  return {
    title: `${assessment.ref} ${assessment.title}`,
    author: practice.name,
    language: 'en',
    size: 'letter',
    madeAt: last ?? dateOf(asOf),
    mark: copy ? `copy ${copy.number}, SHA-256 ${copy.sha256}` : `not signed, as of ${dayInWords(asOf)}`,
    ...(copy?.isWhole ? {} : { head: copy ? standingOf(report) : 'DRAFT, not signed' }),
    blocks: reportBlocks(report),
  }
}

/** What the file is saved as. */
export function reportName({ content: { assessment, practice, asOf }, copy }: Report): string {
  const which = copy ? `copy ${copy.number}` : `draft ${asOf}`
  return `${practice.name} ${assessment.ref} ${which}.pdf`
}
