import { notFound } from 'next/navigation'
import { contentOf } from '#lib/assessments/content'
import { getCopy } from '#lib/assessments/detail-queries'
import { sha256Of } from '#lib/assessments/freeze'
import type { Actor } from '#lib/kernel/access'

/** A frozen copy, with what came of computing its hash again just now. */
export async function loadCopy(actor: Actor, id: string, number: number) {
  const copy = await getCopy(actor, id, number)
  if (!copy) notFound()
  const computed = sha256Of(copy.content)
  return { copy, content: contentOf(copy.content), computed, isWhole: computed === copy.sha256 }
}
