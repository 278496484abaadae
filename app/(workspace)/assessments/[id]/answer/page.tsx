import { redirect } from 'next/navigation'
import { withReturn } from '#lib/kernel/list-return'
import { openIn } from '../../answering.ts'
import { type AssessmentPage, loadToAnswer } from '../../load-assessment.ts'

/** Leads on to the first question that is open to this person. */
export default async function AnswerPage(page: AssessmentPage) {
  const loaded = await loadToAnswer(page)
  const { assessment, from, recordHref, isReadable } = loaded
  const { part } = await page.searchParams
  const next = openIn(loaded, null, typeof part === 'string' ? part : null)
  if (next) redirect(withReturn(`/assessments/${assessment.id}/answer/${next.key}`, from))
  redirect(isReadable ? recordHref : `/assessments/${assessment.id}/table/${loaded.parts[0]}`)
}
