import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { PageHeader } from '#components/ui/section'
import { requireActor } from '#lib/kernel/require-actor'
import { readDraft } from '#lib/people/drafts'
import { mayEdit } from '#lib/training/policy'
import { createPlanAction } from '../actions.ts'
import { PlanForm } from '../plan-form.tsx'
import { newPlanValues, planSetup } from '../plan-setup.ts'

export const metadata: Metadata = { title: 'New plan' }

const draftKey = 'training-plan/new'

export default async function NewPlanPage() {
  const actor = await requireActor('training.edit')
  if (!mayEdit(actor)) notFound()
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/training', label: 'Campaigns' },
              { href: '/training/plans', label: 'Plans' },
            ]}
          />
        }
        title="New plan"
        lede="One campaign per turn, made 12 months ahead."
      />
      <PlanForm
        {...(await planSetup(actor, null))}
        action={createPlanAction}
        values={newPlanValues(actor)}
        hidden={{}}
        hasOpened={false}
        draftKey={draftKey}
        draft={await readDraft(actor, draftKey)}
        submitLabel="Make the plan"
        cancelHref="/training/plans"
      />
    </>
  )
}
