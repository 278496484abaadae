import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Cite } from '#components/ui/cite'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { listPlans, type PlanSummary } from '#lib/training/form-queries'
import { mayEdit } from '#lib/training/policy'
import '../../vendors/vendors.css'

export const metadata: Metadata = { title: 'Training plans' }

export default async function PlansPage() {
  const actor = await requireActor('training.read')
  const today = todayFor(actor)
  const plans = await listPlans(actor, today)
  const edits = can(actor, 'training.edit') && mayEdit(actor)
  const running = plans.filter(({ endedOn }) => endedOn === null)
  const ended = plans.filter(({ endedOn }) => endedOn !== null)
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training', label: 'Campaigns' }]} />}
        title="Plans"
        lede="Campaigns are made 12 months ahead by rule, so that nobody has to think of the next quarter."
        actions={
          edits ? (
            <>
              <ButtonLink href="/training/plans/programme" icon="calendar">
                Quarterly programme
              </ButtonLink>
              <ButtonLink href="/training/plans/new" variant="primary" icon="plus">
                New plan
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <div className="grid grid-cols-1 gap-8">
        <WhatTheLawAsks />
        {plans.length === 0 ? (
          <EmptyState
            title="No plan yet"
            icon="calendar"
            actions={
              edits ? (
                <ButtonLink href="/training/plans/programme" variant="primary" icon="calendar">
                  Make the quarterly programme
                </ButtonLink>
              ) : undefined
            }
          >
            The quarterly programme makes a plan of each starter course in one step.
          </EmptyState>
        ) : (
          <Section title={`${count(running.length, 'plan')} in force`}>
            <ul className="entries">
              {running.map((plan) => (
                <PlanLine key={plan.id} plan={plan} edits={edits} />
              ))}
            </ul>
          </Section>
        )}
        {ended.length > 0 ? (
          <Section title="Ended">
            <ul className="entries">
              {ended.map((plan) => (
                <PlanLine key={plan.id} plan={plan} edits={false} />
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </>
  )
}

/** That the rhythm is the practice’s own choice. */
function WhatTheLawAsks() {
  return (
    <div className="grid gap-2">
      <p>No HIPAA rule sets a quarterly rhythm; quarterly is more than the rule asks.</p>
      <Cite
        label="What the rule asks"
        rule={{
          text: 'New members of the workforce are trained within a reasonable time after joining, and those whom a change of policy concerns within a reasonable time after it.',
          source: '45 CFR 164.530(b)(2)(i)',
          status: 'in-force',
          isChecked: false,
        }}
      />
      <Cite
        label="And of security"
        rule={{
          text: 'A security awareness and training programme for all members of the workforce, management included, with periodic reminders.',
          source: '45 CFR 164.308(a)(5)',
          status: 'in-force',
          isChecked: false,
        }}
      />
    </div>
  )
}

/** 'Every quarter', 'Once a year', 'Every 5 months'. */
function rhythmInWords(months: number): string {
  if (months === 1) return 'Every month'
  if (months === 3) return 'Every quarter'
  if (months === 12) return 'Once a year'
  return months % 12 === 0 ? `Every ${months / 12} years` : `Every ${months} months`
}

function PlanLine({ plan, edits }: { plan: PlanSummary; edits: boolean }) {
  const { id, name, courses, groups, next, endedOn } = plan
  const [first] = next
  return (
    <li>
      <p className="entry-title">
        {edits ? <a href={`/training/plans/${id}`}>{name}</a> : name}{' '}
        {endedOn ? <StatusBadge tone="neutral">Ended {formatDay(endedOn)}</StatusBadge> : null}
      </p>
      <p className="text-muted">
        {rhythmInWords(plan.everyMonths)}
        {courses.length > 1 ? `, ${count(courses.length, 'course')} in turn` : ''}
        {' · '}
        {groups.length > 0
          ? listInWords(groups.map((group) => optionLabel(jobGroupOptions, group)))
          : 'Those whom the course is for'}
        {' · '}
        {plan.ownerName ?? 'No owner'}
      </p>
      <p className="text-muted">
        {first ? (
          <>
            Next: <a href={`/training/${first.id}`}>{first.title}</a>, opens {formatDay(first.opensOn)}
            {next.length > 1 ? `; ${next.length - 1} more ahead` : ''}
          </>
        ) : endedOn ? (
          `${count(plan.opened, 'campaign')} of it opened`
        ) : (
          'Nothing ahead within 12 months'
        )}
      </p>
    </li>
  )
}
