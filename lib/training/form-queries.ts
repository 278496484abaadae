import { type Day, dateOf, dayOf, dayOrNull, isDay } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can, sitesWith } from '#lib/kernel/access'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { visible as visiblePeople } from '#lib/people/policy'
import { read } from '#lib/platform/db'
import { type Reached, reachOf } from './audience.ts'
import { mayEdit } from './policy.ts'

export interface CourseChoice {
  value: string
  label: string
  hint?: string
}

/** The courses that can be taught, by reference; `keep` also when it is archived since. */
export function courseChoices(actor: Actor, keep: string | null = null): Promise<CourseChoice[]> {
  return read(actor, async (tx) => {
    const found = await tx.course.findMany({
      where: { OR: [{ archivedAt: null, number: { gt: 0 } }, ...(keep ? [{ id: keep }] : [])] },
      select: { id: true, ref: true, title: true, minutes: true },
      orderBy: [{ ref: 'asc' }],
      take: 500,
    })
    return found.map(({ id, ref, title, minutes }) => ({
      value: id,
      label: `${title} (${ref}, ${minutes} minutes)`,
    }))
  })
}

/** Whom an audience reaches that a form describes; what it does not know of is left out. */
export function audienceReach(
  actor: Actor,
  asked: { groups: readonly string[]; siteIds: readonly string[]; joinedSince: string },
): Promise<Reached> {
  if (!mayEdit(actor)) return Promise.resolve({ people: 0, unsorted: 0 })
  const groups = asked.groups.filter((group) => jobGroupOptions.some(({ value }) => value === group))
  const joinedSince = isDay(asked.joinedSince) ? asked.joinedSince : null
  return read(actor, (tx) => reachOf(tx, { groups, siteIds: asked.siteIds.filter(isId), joinedSince }))
}

export interface PlanSummary {
  id: string
  name: string
  everyMonths: number
  startsOn: Day
  daysOpen: number
  joinerDays: number
  escalateAfterDays: number
  groups: string[]
  siteIds: string[]
  ownerId: string | null
  ownerName: string | null
  endedOn: Day | null
  version: number
  courses: { id: string; title: string }[]
  /** Its campaigns that have not opened, the next first. */
  next: { id: string; title: string; opensOn: Day }[]
  opened: number
}

const planSelect = {
  ...{ id: true, name: true, everyMonths: true, startsOn: true, daysOpen: true, joinerDays: true },
  ...{ escalateAfterDays: true, groups: true, siteIds: true, ownerId: true, endedOn: true, version: true },
  owner: { select: { name: true } },
  courses: { orderBy: { place: 'asc' }, select: { course: { select: { id: true, title: true } } } },
  campaigns: {
    where: { archivedAt: null },
    orderBy: { opensOn: 'asc' },
    select: { id: true, title: true, opensOn: true },
  },
} as const

/** Every plan, those that go on first, by when they next open. */
export function listPlans(actor: Actor, today: Day): Promise<PlanSummary[]> {
  if (!can(actor, 'training.read')) return Promise.resolve([])
  return read(actor, async (tx) => {
    const found = await tx.trainingPlan.findMany({
      select: planSelect,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    const plans = found.map(({ owner, courses, campaigns, ...plan }): PlanSummary => {
      const all = campaigns.map((one) => ({ ...one, opensOn: dayOf(one.opensOn) }))
      const next = all.filter(({ opensOn }) => opensOn > today)
      return {
        ...plan,
        startsOn: dayOf(plan.startsOn),
        endedOn: dayOrNull(plan.endedOn),
        ownerName: owner?.name ?? null,
        courses: courses.map(({ course }) => course),
        next,
        opened: all.length - next.length,
      }
    })
    const key = ({ endedOn, next }: PlanSummary) => `${endedOn ? 1 : 0} ${next[0]?.opensOn ?? '9'}`
    return plans.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  })
}

export interface LeaveRow {
  id: string
  personId: string
  name: string
  fromOn: Day
  untilOn: Day | null
}

/** Who is away or will be, and who was in the last weeks, of the people whose training the actor keeps. */
export function listLeaves(actor: Actor, since: Day): Promise<LeaveRow[]> {
  const sites = sitesWith(actor, 'training.keep')
  return read(actor, async (tx) => {
    const found = await tx.trainingLeave.findMany({
      where: {
        OR: [{ untilOn: null }, { untilOn: { gte: dateOf(since) } }],
        person: {
          AND: [
            visiblePeople(actor),
            sites === 'all' ? {} : { sites: { some: {}, every: { siteId: { in: [...sites] } } } },
          ],
        },
      },
      select: { id: true, personId: true, fromOn: true, untilOn: true, person: { select: { name: true } } },
      orderBy: [{ fromOn: 'desc' }, { id: 'asc' }],
      take: 200,
    })
    return found.map(({ person, fromOn, untilOn, ...one }) => ({
      ...{ ...one, name: person.name, fromOn: dayOf(fromOn), untilOn: dayOrNull(untilOn) },
    }))
  })
}

/** How many starter courses are published and taught by no plan that goes on. */
export function plannableStarters(actor: Actor): Promise<{ published: number; free: number }> {
  return read(actor, async (tx) => {
    const published = { starter: { not: null }, archivedAt: null, number: { gt: 0 } }
    return {
      published: await tx.course.count({ where: published }),
      free: await tx.course.count({
        where: { ...published, turns: { none: { plan: { endedOn: null } } } },
      }),
    }
  })
}
