import { notFound, redirect } from 'next/navigation'
import { requireActor } from '#lib/kernel/require-actor'
import { findEscalation } from '#lib/training/people-queries'
import { lateStep } from '../../next-step.ts'

/** Leads on to the people who are late at the site whose lead was called in. */
export default async function LatePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('training.read')
  const found = await findEscalation(actor, (await params).id)
  const step = found && lateStep(actor, found.campaignId, found.siteId)
  if (!step) notFound()
  redirect(step.href)
}
