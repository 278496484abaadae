import { type Day, dateOf, dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { nextReferences } from '#lib/kernel/reference'
import type { Prisma } from '#lib/platform/prisma/client'
import { campaignPrefix, planKind } from './schema.ts'
import { recordOf, settle } from './store.ts'
import { type Turn, turnsFrom } from './turns.ts'

const planSelect = {
  id: true,
  name: true,
  everyMonths: true,
  startsOn: true,
  daysOpen: true,
  joinerDays: true,
  escalateAfterDays: true,
  groups: true,
  siteIds: true,
  ownerId: true,
  courses: {
    orderBy: { place: 'asc' },
    select: {
      courseId: true,
      course: { select: { title: true, groups: true, number: true, archivedAt: true } },
    },
  },
  campaigns: {
    select: { id: true, turn: true, opensOn: true, closedOn: true, archivedAt: true, version: true },
  },
} as const satisfies Prisma.TrainingPlanSelect
type Plan = Prisma.TrainingPlanGetPayload<{ select: typeof planSelect }>

/** A plan as events name it. */
export const planRecord = ({ id, name }: { id: string; name: string }) => ({
  kind: planKind,
  id,
  label: name,
})

const month = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short' })

/** What a campaign of a plan is: the course of its turn, for the plan’s work groups or else those that the course is for. */
function factsOf(plan: Plan, { courseId, opensOn, dueOn }: Turn) {
  const course = plan.courses.find((one) => one.courseId === courseId)?.course
  return {
    title: `${course?.title ?? plan.name}, ${month.format(dateOf(opensOn))}`,
    courseId,
    groups: plan.groups.length > 0 ? plan.groups : (course?.groups ?? []),
    siteIds: plan.siteIds,
    ...{ opensOn, dueOn, ownerId: plan.ownerId },
    joinerDays: plan.joinerDays,
    escalateAfterDays: plan.escalateAfterDays,
  }
}

/** The turns of a plan that there can be campaigns for: a course that is not published cannot be read. */
function teachableTurns(plan: Plan, today: Day): Turn[] {
  const rhythm = {
    startsOn: dayOf(plan.startsOn),
    everyMonths: plan.everyMonths,
    daysOpen: plan.daysOpen,
    courseIds: plan.courses.map(({ courseId }) => courseId),
  }
  const teachable = new Set(
    plan.courses.flatMap(({ courseId, course }) =>
      course.number > 0 && course.archivedAt === null ? courseId : [],
    ),
  )
  return turnsFrom(rhythm, today).filter(({ courseId }) => teachable.has(courseId))
}

/** Locks plans that have not ended, so that two at once make no turn twice, and gives them. */
async function lockPlans({ tx }: SyncContext, planId?: string): Promise<Plan[]> {
  const wanted = planId ?? null
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "TrainingPlan" WHERE "endedOn" IS NULL AND (${wanted}::uuid IS NULL OR "id" = ${wanted}::uuid) ORDER BY "id" FOR UPDATE`
  return tx.trainingPlan.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    select: planSelect,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

interface Ahead {
  /** How many campaigns. */
  made: number
  events: EventDraft[]
  due: DueSync[]
}

/**
 * Makes the campaigns of the next twelve months that plans (or this one) do not have yet. A turn that there was ever a
 * campaign for is never made again, whatever became of it. A constant number of statements.
 */
export async function planAhead(context: SyncContext, planId?: string): Promise<Ahead> {
  const { tx, actor, now, today } = context
  const plans = await lockPlans(context, planId)
  const missing = plans.flatMap((plan) => {
    const there = new Set(plan.campaigns.map(({ turn }) => turn))
    const turns = teachableTurns(plan, today).filter(({ turn }) => !there.has(turn))
    return turns.map((turn) => ({ plan, turn }))
  })
  if (missing.length === 0) return { made: 0, events: [], due: [] }
  const refs = await nextReferences(tx, actor.practiceId, campaignPrefix, missing.length)
  const at = now.toISOString()
  const rows = missing.map(({ plan, turn }, index) => ({
    ...{ id: newId(now.getTime()), practiceId: actor.practiceId, ref: refs[index] ?? '' },
    ...factsOf(plan, turn),
    ...{ planId: plan.id, turn: turn.turn, occasion: 'round', reason: '', closedReason: '' },
    ...{ version: 1, createdAt: at, updatedAt: at },
  }))
  await insertRows(tx, 'Campaign', rows)
  return {
    made: rows.length,
    events: plans.flatMap((plan) => {
      const made = rows.filter((row) => row.planId === plan.id)
      const [first] = made
      if (!first) return []
      return [
        {
          sentence: `Made ${count(made.length, 'campaign')} of the next ${made.length === 1 ? 'turn' : 'turns'}`,
          record: planRecord(plan),
        },
        ...made.map((row) => ({ sentence: `Made by the plan “${plan.name}”`, record: recordOf(row) })),
      ]
    }),
    due: await settle(context, { id: { in: rows.map(({ id }) => id) } }),
  }
}

/**
 * Writes the campaigns of a plan anew that have not opened, after the plan was changed, and makes those that are missing. What
 * has opened stays as it is. With `turnsMoved` also those come back that were put away.
 */
export async function rewritePlanned(
  context: SyncContext,
  planId: string,
  { turnsMoved }: { turnsMoved: boolean },
): Promise<Ahead & { rewritten: number; archived: number }> {
  const { tx, now, today } = context
  const [plan] = await lockPlans(context, planId)
  if (!plan) return { made: 0, events: [], due: [], rewritten: 0, archived: 0 }
  const turns = new Map(teachableTurns(plan, today).map((turn) => [turn.turn, turn]))
  const planned = plan.campaigns.filter(
    ({ opensOn, closedOn, archivedAt }) =>
      dayOf(opensOn) > today && closedOn === null && (archivedAt === null || turnsMoved),
  )
  const updatedAt = now.toISOString()
  const kept = planned.flatMap(({ id, turn, version }) => {
    const wanted = turns.get(turn ?? -1)
    return wanted ? { ...factsOf(plan, wanted), id, archivedAt: null, version: version + 1, updatedAt } : []
  })
  const gone = planned.flatMap(({ id, turn, version, archivedAt }) =>
    turns.has(turn ?? -1) || archivedAt ? [] : { id, archivedAt: updatedAt, version: version + 1, updatedAt },
  )
  await updateRows(tx, 'Campaign', kept)
  await updateRows(tx, 'Campaign', gone)
  const ids = [...kept, ...gone].map(({ id }) => id)
  const due = await settle(context, { id: { in: ids } })
  const made = await planAhead(context, planId)
  return { ...made, due: [...due, ...made.due], rewritten: kept.length, archived: gone.length }
}

/** Takes the campaigns of a plan that have not opened out of the register. */
export async function putPlannedAway(
  context: SyncContext,
  planId: string,
): Promise<{ archived: number; due: DueSync[] }> {
  const { tx, now, today } = context
  const where = { planId, closedOn: null, archivedAt: null, opensOn: { gt: dateOf(today) } }
  const ids = (await tx.campaign.findMany({ where, select: { id: true } })).map(({ id }) => id)
  const id = { in: ids }
  await tx.campaign.updateMany({
    where: { id },
    data: { archivedAt: now, updatedAt: now, version: { increment: 1 } },
  })
  return { archived: ids.length, due: await settle(context, { id }) }
}
