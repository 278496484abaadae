import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { DueBadge } from '#components/ui/relative-day'
import { Card, PageHeader, Section } from '#components/ui/section'
import { addDays, type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { getDuty, type OneDuty, successorChoices } from '#lib/due/duty-queries'
import { maySettle } from '#lib/due/policy'
import { longestRest, reasonLimit } from '#lib/due/schema'
import type { Actor } from '#lib/kernel/access'
import { dueStatus } from '#lib/kernel/due'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { stepInWords } from '#lib/reminders/ladder'
import { type ToldOf, toldOf } from '#lib/reminders/sent-queries'
import { dutyCitation, dutyNext, dutyRecordHref, theirRecords } from '../../duty-links.ts'
import { QuestionForm } from '../../question-form.tsx'
import { outcomeInWords } from '../../reminders/mail-words.ts'
import { endSnoozeAction, snoozeAction } from './actions.ts'
import { HandOverForm } from './hand-over-form.tsx'

type DutyPage = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const actor = await requireActor('due.read-own')
  const duty = await getDuty(actor, id)
  if (!duty) notFound()
  return { actor, duty }
})

export async function generateMetadata({ params }: DutyPage): Promise<Metadata> {
  const { duty } = await load((await params).id)
  return { title: duty.title }
}

export default async function OneDutyPage({ params }: DutyPage) {
  const { actor, duty } = await load((await params).id)
  const today = todayFor(actor)
  const isOpen = duty.state === 'open'
  const [theirs, told] = await Promise.all([theirRecords(actor, [duty]), toldOf(actor, duty.id)])
  const next = isOpen
    ? dutyNext(actor, duty, { hasOwner: duty.ownerId !== null, isTheirs: theirs.has(duty.recordId) })
    : undefined
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/due', label: 'What is due' }]} />}
        title={duty.title}
        lede={duty.recordLabel}
        actions={
          next ? (
            <ButtonLink href={next.href} variant="primary">
              {next.label}
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-8">
        <Facts actor={actor} duty={duty} today={today} />
        {isOpen && maySettle(actor, duty) ? <Settling actor={actor} duty={duty} today={today} /> : null}
        {told.length > 0 ? <Told told={told} timeZone={actor.timeZone} /> : null}
      </div>
    </>
  )
}

function Facts({ actor, duty, today }: { actor: Actor; duty: OneDuty; today: Day }) {
  const record = dutyRecordHref(actor, duty)
  return (
    <Card>
      <DescriptionList
        facts={[
          {
            label: 'Due',
            value:
              duty.state === 'open' ? (
                <DueBadge status={dueStatus(duty.dueOn, today)} day={duty.dueOn} today={today} />
              ) : (
                formatDay(duty.dueOn)
              ),
            rule: dutyCitation(duty),
          },
          {
            label: 'For',
            value: record ? <a href={record}>{duty.recordLabel}</a> : duty.recordLabel,
          },
          {
            label: 'Who does it',
            value: duty.ownerName
              ? `${duty.ownerName}${duty.handedOver ? ', to whom it was handed over until it is done' : ''}`
              : 'Nobody is named',
          },
          { label: 'Backup', value: duty.backupName ?? 'Nobody is named' },
          ...(duty.closedOn
            ? [
                {
                  label: duty.state === 'done' ? 'Done' : 'No longer needed',
                  value: `${formatDay(duty.closedOn)}${duty.closedByName ? `, ${duty.closedByName}` : ''}`,
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

async function Settling({ actor, duty, today }: { actor: Actor; duty: OneDuty; today: Day }) {
  const days = longestRest[duty.harm]
  const [people, restDraft, handDraft] = await Promise.all([
    successorChoices(actor, duty),
    draftOf(actor, `due/${duty.id}/snooze`),
    draftOf(actor, `due/${duty.id}/hand-over`),
  ])
  return (
    <>
      {duty.snoozedUntil ? (
        <Callout tone="attention" title={`Reminders rest until ${formatDay(duty.snoozedUntil)}.`}>
          <p>
            {duty.snoozedByName}: {duty.snoozeReason}
          </p>
          <QuestionForm
            action={endSnoozeAction}
            hidden={{ id: duty.id }}
            questions={[]}
            submitLabel="Let reminders go on"
            cancelHref="/due"
          />
        </Callout>
      ) : null}
      <Section
        title="Put it off"
        lede={`Reminders of it rest until the day you choose. It stays due as it is, and overdue when it is late. At most ${count(days, 'day')} ahead${duty.harm === 3 ? ', because patients or the law are concerned' : ''}.`}
      >
        <QuestionForm
          action={snoozeAction}
          hidden={{ id: duty.id }}
          questions={[
            {
              as: 'day',
              name: 'until',
              label: 'Remind again on',
              value: addDays(today, Math.min(7, days)),
              latest: addDays(today, days),
              required: true,
            },
            { as: 'text', name: 'reason', label: 'Why does it wait?', limit: reasonLimit, required: true },
          ]}
          draft={restDraft}
          submitLabel="Put it off"
          cancelHref="/due"
        />
      </Section>
      <Section
        title="Hand it over"
        lede="Somebody else does this once. What comes after it goes to the record’s owner again."
      >
        <HandOverForm id={duty.id} people={people} limit={reasonLimit} draft={handDraft} />
      </Section>
    </>
  )
}

function Told({ told, timeZone }: { told: readonly ToldOf[]; timeZone: string }) {
  return (
    <Section title="Who was told of it" lede="The newest 20 reminders and what became of them.">
      <ul className="grid gap-2">
        {told.map((row) => (
          <li key={row.id}>
            {row.name}, {formatDay(row.plannedOn)}, {stepInWords(row.step)}:{' '}
            {row.leftOut
              ? 'left out, because it was done or changed before'
              : outcomeInWords(row, timeZone).label.toLowerCase()}
            {row.passedOver > 0 ? `; ${count(row.passedOver, 'earlier reminder')} passed over` : ''}
          </li>
        ))}
      </ul>
    </Section>
  )
}
