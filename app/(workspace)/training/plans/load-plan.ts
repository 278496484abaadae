import { notFound } from 'next/navigation'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { listPlans } from '#lib/training/form-queries'
import { mayEdit } from '#lib/training/policy'

/** What Next gives to every page below one plan. */
export interface PlanPage {
  params: Promise<{ id: string }>
}

/** The plan of the address that goes on, for those who may change it; the page for what does not exist otherwise. */
export async function loadPlan({ params }: PlanPage) {
  const actor = await requireActor('training.edit')
  const { id } = await params
  const today = todayFor(actor)
  const plan = mayEdit(actor) ? (await listPlans(actor, today)).find((one) => one.id === id) : undefined
  if (!plan || plan.endedOn) notFound()
  return { actor, plan, today }
}

/** The way back from a page below a plan. */
export const planCrumbs = [
  { href: '/training', label: 'Campaigns' },
  { href: '/training/plans', label: 'Plans' },
]
