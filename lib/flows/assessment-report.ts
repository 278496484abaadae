import type { AssessmentDetail } from '#lib/assessments/detail-queries'
import { mayReadWhole } from '#lib/assessments/policy'
import { readCopy } from '#lib/assessments/read-copy'
import type { Report } from '#lib/assessments/report/report'
import type { Actor } from '#lib/kernel/access'
import { readDraft } from './assessment-content.ts'

/**
 * What an assessment is reported from, for those who may read all that it rests on: the copy that is asked for, the newest
 * one of a signed assessment, or how it stands now. Null for everybody else, and for a copy that there is not.
 */
export async function readReport(
  actor: Actor,
  assessment: AssessmentDetail,
  copy: number | undefined,
): Promise<Report | null> {
  if (!mayReadWhole(actor, assessment)) return null
  const { id, state, copies } = assessment
  const number = copy ?? (state === 'signed' ? copies[0]?.number : undefined)
  if (number === undefined) {
    const content = await readDraft(actor, id)
    return content && { content, copy: null }
  }
  const opened = await readCopy(actor, id, number)
  return opened && { content: opened.content, copy: { ...opened.copy, isWhole: opened.isWhole } }
}
