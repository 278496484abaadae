import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { PageHeader, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { readDraft } from '#lib/people/drafts'
import { editPlanAction } from '../actions.ts'
import { loadPlan, type PlanPage, planCrumbs } from '../load-plan.ts'
import { PlanForm } from '../plan-form.tsx'
import { planSetup, planValues } from '../plan-setup.ts'
import '../../../vendors/vendors.css'

export const metadata: Metadata = { title: 'Plan' }

export default async function EditPlanPage(page: PlanPage) {
  const { actor, plan, today } = await loadPlan(page)
  const draftKey = `training-plan/${plan.id}`
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={planCrumbs} />}
        title={plan.name}
        actions={<ButtonLink href={`/training/plans/${plan.id}/end`}>End this plan…</ButtonLink>}
      />
      <div className="grid grid-cols-1 gap-8">
        <Section title="Ahead">
          {plan.next.length > 0 ? (
            <ul className="entries">
              {plan.next.map(({ id, title, opensOn }) => (
                <li key={id}>
                  <p className="entry-title">
                    <a href={`/training/${id}`}>{title}</a> <span>opens {formatDay(opensOn)}</span>
                  </p>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">Nothing within 12 months.</p>
          )}
        </Section>
        <PlanForm
          {...(await planSetup(actor, plan))}
          action={editPlanAction}
          values={planValues(plan)}
          hidden={{ id: plan.id, version: String(plan.version) }}
          hasOpened={plan.startsOn <= today}
          draftKey={draftKey}
          draft={await readDraft(actor, draftKey)}
          submitLabel="Save"
          cancelHref="/training/plans"
        />
      </div>
    </>
  )
}
