import type { Metadata } from 'next'
import { Fragment } from 'react'
import { DueList } from '#components/record/due-list'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { movesWaiting, newRequests } from '#lib/ai-systems/moves'
import { stoppedForCover } from '#lib/ai-systems/stopped-for-cover'
import { askedTools } from '#lib/ai-systems/tool-queries'
import { count } from '#lib/base/text'
import { type MyWork, myWork } from '#lib/due/queries'
import { type Actor, can, sitesWith } from '#lib/kernel/access'
import { type DueStatus, dueStatusLabels } from '#lib/kernel/due'
import { keptUntilWritten } from '#lib/kernel/kept'
import { requireActor } from '#lib/kernel/require-actor'
import { duePath } from '#lib/overview/due-table'
import { countOverdue } from '#lib/overview/overdue-count'
import { firstSteps } from '#lib/practice/first-steps'
import { assignmentKind } from '#lib/training/schema'
import { minutesOf } from '#lib/training/take-queries'
import { dutyCitation, dutyNext, dutyRecordHref } from './duty-links.ts'
import { FirstSteps } from './my-work-first-steps.tsx'
import { Requests, Stopped, Waiting } from './my-work-waiting.tsx'
import {
  overdueElsewhere,
  partInWords,
  restInWords,
  restLinks,
  workHeadline,
  workParts,
} from './my-work-words.ts'
import { Proposals } from './proposals.tsx'
import './my-work.css'

export const metadata: Metadata = { title: 'My work' }

export default async function MyWorkPage() {
  const actor = await requireActor('due.read-own')
  const isStaff = isStaffOnly(actor)
  const found = await keptUntilWritten(actor, 'my work', () => whatConcerns(actor))
  const { work, tools, steps, waiting, asked, stopped, overdue } = found
  const { groups } = work
  const elsewhere = overdueElsewhere(overdue, work, sitesWith(actor, 'overview.read') === 'all')
  const isEmpty = groups.overdue.total + groups['due-soon'].total === 0
  const isTrainingOnly = found.minutes !== null
  return (
    <div className="my-work">
      <PageHeader
        title={workHeadline(work, found.minutes)}
        lede={workParts(work) || undefined}
        actions={
          isStaff && !isTrainingOnly && can(actor, 'ai-system.propose') ? (
            <ButtonLink href="/ai-systems/propose" variant={isEmpty ? 'primary' : 'secondary'} icon="plus">
              Ask for a tool
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-8">
        {steps ? <FirstSteps actor={actor} steps={steps} /> : null}
        {isEmpty && !steps ? <NothingNow actor={actor} work={work} /> : null}
        {elsewhere && !isEmpty ? (
          <p>
            <a href={allOverdue}>{elsewhere}</a>
          </p>
        ) : null}
        {elsewhere && isEmpty ? (
          <Callout
            tone="danger"
            title={`${elsewhere}.`}
            actions={<ButtonLink href={allOverdue}>See what is overdue</ButtonLink>}
          />
        ) : null}
        <Stopped {...stopped} />
        <DueGroup actor={actor} work={work} status="overdue" />
        <Requests {...asked} />
        <DueGroup actor={actor} work={work} status="due-soon" />
        <Waiting moves={waiting} />
        <Later actor={actor} work={work} />
        {isStaff && !isTrainingOnly ? <Proposals tools={tools} today={work.today} /> : null}
      </div>
    </div>
  )
}

const mostProposals = 10

const isStaffOnly = (actor: Actor) => !can(actor, 'ai-system.read')

/** All that the page shows, asked side by side. */
async function whatConcerns(actor: Actor) {
  const [work, tools, steps, waiting, asked, stopped, overdue] = await Promise.all([
    myWork(actor),
    isStaffOnly(actor) ? askedTools(actor, mostProposals) : [],
    firstSteps(actor),
    movesWaiting(actor),
    newRequests(actor),
    stoppedForCover(actor),
    can(actor, 'overview.read') ? countOverdue(actor) : 0,
  ])
  return { work, tools, steps, waiting, asked, stopped, overdue, minutes: await minutesOfAll(actor, work) }
}

/** How long all that staff have to do now takes, when it is nothing but trainings; null otherwise. */
async function minutesOfAll(actor: Actor, { groups }: MyWork): Promise<number | null> {
  const { overdue, 'due-soon': soon } = groups
  const rows = [...overdue.rows, ...soon.rows]
  const isAll = rows.length > 0 && rows.length === overdue.total + soon.total
  if (!isStaffOnly(actor) || !isAll || rows.some(({ recordKind }) => recordKind !== assignmentKind))
    return null
  return minutesOf(
    actor,
    rows.map(({ recordId }) => recordId),
  )
}

/** Everything overdue that the actor may see. */
const allOverdue = `${duePath}?due=overdue`

interface Part {
  actor: Actor
  work: MyWork
}

function NothingNow({ actor, work }: Part) {
  const [next] = work.groups['on-track'].rows
  return (
    <EmptyState
      title="Nothing of yours is overdue or due in the next 30 days"
      icon="checkCircle"
      actions={
        can(actor, 'overview.read') ? <ButtonLink href="/overview">See the whole practice</ButtonLink> : null
      }
    >
      {next
        ? 'What comes after that is below.'
        : can(actor, 'ai-system.review-own')
          ? 'What you have to do will stand here, with the day it is due.'
          : 'You look on: nothing becomes due from you.'}
    </EmptyState>
  )
}

function DueGroup({ actor, work, status }: Part & { status: DueStatus }) {
  const { rows, total } = work.groups[status]
  if (total === 0) return null
  return (
    <Section title={dueStatusLabels[status]} actions={<Rest actor={actor} work={work} status={status} />}>
      <Duties actor={actor} work={work} status={status} />
      {total > rows.length ? (
        <p className="my-work-cut">
          The gravest {rows.length} of {total.toLocaleString('en-US')}.
        </p>
      ) : null}
    </Section>
  )
}

function Later({ actor, work }: Part) {
  const { total } = work.groups['on-track']
  if (total === 0) return null
  return (
    <details className="my-work-later">
      <summary>
        <h2>{dueStatusLabels['on-track']}</h2>
        <span>{count(total, 'thing')}</span>
      </summary>
      <Duties actor={actor} work={work} status="on-track" />
      <Rest actor={actor} work={work} status="on-track" />
    </details>
  )
}

/** The way to what did not fit. */
function Rest({ actor, work, status }: Part & { status: DueStatus }) {
  const links = restLinks(work, status, actor.personId, can(actor, 'overview.read'))
  return links.map(({ href, label }, index) => (
    <Fragment key={href}>
      {index > 0 ? ' · ' : null}
      <a href={href}>{label}</a>
    </Fragment>
  ))
}

function Duties({ actor, work, status }: Part & { status: DueStatus }) {
  return (
    <DueList
      today={work.today}
      items={work.groups[status].rows.map((duty) => {
        const href = dutyRecordHref(actor, duty)
        const standing = { hasOwner: duty.ownerName !== null, isTheirs: duty.part !== 'unowned' }
        return {
          id: duty.id,
          ...(href
            ? { title: duty.title, about: { label: duty.recordLabel, href } }
            : { title: `${duty.recordLabel}: ${duty.title}` }),
          dueOn: duty.dueOn,
          status,
          owner: partInWords(duty),
          rule: dutyCitation(duty),
          next: dutyNext(actor, duty, standing),
          note: restInWords(duty.snoozedUntil),
          // What somebody has to learn nobody else can do for them.
          more:
            can(actor, 'due.settle-own') && duty.recordKind !== assignmentKind
              ? { label: 'Put off or hand over', href: `/due/${duty.id}` }
              : undefined,
        }
      })}
    />
  )
}
