import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '#components/ui/empty-state'
import { Card } from '#components/ui/section'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { personChoices } from '#lib/people/directory'
import { plannableStarters } from '#lib/training/form-queries'
import { mayEdit } from '#lib/training/policy'
import { DecisionFrame } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { programmeAction } from '../actions.ts'
import { planCrumbs } from '../load-plan.ts'
import { nextQuarter } from '../plan-setup.ts'

export const metadata: Metadata = { title: 'The quarterly programme' }

export default async function ProgrammePage() {
  const actor = await requireActor('training.edit')
  if (!mayEdit(actor)) notFound()
  const { published, free } = await plannableStarters(actor)
  const { people } = await personChoices(actor, { stored: [actor.personId] })
  return (
    <DecisionFrame
      crumbs={planCrumbs}
      title="The quarterly programme"
      lede="The starter courses over a year: each comes round once a year in its quarter, for those whom it is for."
    >
      {free === 0 ? (
        <EmptyState
          title={published === 0 ? 'No starter course is published yet' : 'All of them are planned already'}
          icon="calendar"
        >
          {published === 0
            ? 'Take the starter lessons in as courses first. Then the programme is one step.'
            : 'Each published starter course has a plan. You find them under Plans.'}
        </EmptyState>
      ) : (
        <>
          <Card>
            <h2>What will happen</h2>
            <ul className="consequences">
              <li>
                {count(free, 'plan')} {free === 1 ? 'is' : 'are'} made, one for each starter course that has
                none: tools, patient data and speaking up in the first quarter; scribe, phone and telling
                patients in the second; attacks and downtime in the third; fairness, checking and minimum
                necessary in the fourth.
              </li>
              <li>
                Their campaigns of the next 12 months are made at once. Each can be changed or ended by
                itself.
              </li>
              <li>Nobody has anything to do before the first one opens.</li>
            </ul>
          </Card>
          <QuestionForm
            action={programmeAction}
            hidden={{}}
            questions={[
              {
                as: 'day',
                name: 'startsOn',
                label: 'First day of the first quarter',
                value: nextQuarter(todayFor(actor)),
                required: true,
              },
              {
                as: 'select',
                name: 'daysOpen',
                label: 'How long is each open?',
                value: '30',
                options: [14, 21, 30, 45, 60, 90].map((days) => ({
                  value: String(days),
                  label: `${days} days`,
                })),
                required: true,
              },
              {
                as: 'select',
                name: 'ownerId',
                label: 'Who answers for them?',
                value: actor.personId,
                options: people,
                empty: 'Nobody yet',
              },
            ]}
            submitLabel="Make the programme"
            cancelHref="/training/plans"
          />
        </>
      )}
    </DecisionFrame>
  )
}
