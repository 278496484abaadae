import { notFound, redirect } from 'next/navigation'
import { assessmentOfPart } from '#lib/assessments/detail-queries'
import { requireActor } from '#lib/kernel/require-actor'

/** Leads on to the part that a duty is about. */
export default async function PartPage({ params }: { params: Promise<{ partId: string }> }) {
  const actor = await requireActor('assessment.answer-part')
  const found = await assessmentOfPart(actor, (await params).partId)
  if (!found) notFound()
  redirect(`/assessments/${found.id}/table/${found.part}?only=yes`)
}
