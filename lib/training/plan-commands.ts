import { addMonths, dateOf, dayOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows } from '#lib/kernel/bulk'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, forbidden, invalid, notFound } from '#lib/kernel/errors'
import { starterLesson } from '#lib/law/lessons/starter-lessons'
import { requireHere } from '#lib/people/works-here'
import { planAhead, planRecord, putPlannedAway, rewritePlanned } from './plan-ahead.ts'
import * as schema from './plan-schema.ts'
import { mayEdit } from './policy.ts'

function refuseOthers({ actor }: CommandContext): void {
  if (!mayEdit(actor)) throw forbidden()
}

const problem = (fields: Record<string, string>) => invalid('Please check the marked fields.', fields)

async function requireParts({ tx }: CommandContext, { courseIds, siteIds }: schema.PlanFacts): Promise<void> {
  const courses = await tx.course.count({
    where: { id: { in: courseIds }, archivedAt: null, number: { gt: 0 } },
  })
  if (courses !== courseIds.length)
    throw problem({ courseIds: 'Choose published courses from the list, each once.' })
  const sites = await tx.site.count({ where: { id: { in: siteIds }, archivedAt: null } })
  if (sites !== new Set(siteIds).size) throw problem({ siteIds: 'Choose from the list.' })
}

const columnsOf = (facts: schema.PlanFacts) => ({
  ...{ name: facts.name, everyMonths: facts.everyMonths, startsOn: dateOf(facts.startsOn) },
  ...{ daysOpen: facts.daysOpen, joinerDays: facts.joinerDays, escalateAfterDays: facts.escalateAfterDays },
  ...{ groups: facts.groups, siteIds: facts.siteIds, ownerId: facts.ownerId },
})

async function setCourses({ tx, actor, now }: CommandContext, planId: string, courseIds: readonly string[]) {
  await tx.trainingPlanCourse.deleteMany({ where: { planId } })
  await insertRows(
    tx,
    'TrainingPlanCourse',
    courseIds.map((courseId, place) => ({
      ...{ id: newId(now.getTime()), practiceId: actor.practiceId, planId, place, courseId },
    })),
  )
}

/** A plan with its courses, and the campaigns of its next twelve months. */
async function addPlan(context: CommandContext, facts: schema.PlanFacts) {
  const { tx, actor, now } = context
  const id = newId(now.getTime())
  await tx.trainingPlan.create({
    data: { ...columnsOf(facts), id, practiceId: actor.practiceId, createdAt: now, updatedAt: now },
  })
  await setCourses(context, id, facts.courseIds)
  const { made: campaigns, events, due } = await planAhead(context, id)
  return { id, events, due, campaigns }
}

/** Makes a plan, and at once the campaigns of its next twelve months. */
export const createPlan = defineCommand({
  name: 'training-plan.create',
  permission: 'training.edit',
  input: schema.createPlanInput,
  run: async (context, facts) => {
    refuseOthers(context)
    if (facts.startsOn < context.today)
      throw problem({ startsOn: 'This day is past. Choose today or a later one.' })
    await requireParts(context, facts)
    await requireHere(context, { ownerId: facts.ownerId })
    const { id, events, due, campaigns } = await addPlan(context, facts)
    const own = { sentence: `Made the plan ${facts.name}`, record: planRecord({ id, name: facts.name }) }
    return { value: { id, campaigns }, events: [own, ...events], due }
  },
})

async function lockPlan({ tx }: CommandContext, id: string, version: number) {
  await tx.$executeRaw`SELECT 1 FROM "TrainingPlan" WHERE "id" = ${id}::uuid FOR UPDATE`
  const plan = await tx.trainingPlan.findFirst({ where: { id } })
  if (!plan) throw notFound()
  if (plan.endedOn) throw conflict('This plan has ended.')
  if (plan.version !== version)
    throw conflict('It was changed while you had it open. Open it again to see both.')
  return plan
}

/** Changes a plan. Its campaigns that have not opened follow; those that have stay as they are. */
export const editPlan = defineCommand({
  name: 'training-plan.edit',
  permission: 'training.edit',
  input: schema.editPlanInput,
  run: async (context, { id, version, ...facts }) => {
    const { tx, now, today } = context
    const plan = await lockPlan(context, id, version)
    refuseOthers(context)
    const moved: Record<string, string> = {}
    if (facts.startsOn !== dayOf(plan.startsOn)) moved.startsOn = ''
    if (facts.everyMonths !== plan.everyMonths) moved.everyMonths = ''
    const turnsMoved = Object.keys(moved).length > 0
    const said = 'The first campaign has opened, so its rhythm stays. End this plan and make another one.'
    if (turnsMoved && dayOf(plan.startsOn) <= today)
      throw problem(Object.fromEntries(Object.keys(moved).map((field) => [field, said])))
    if (turnsMoved && facts.startsOn < today)
      throw problem({ startsOn: 'This day is past. Choose today or a later one.' })
    await requireParts(context, facts)
    await requireHere(context, { ownerId: facts.ownerId }, { ownerId: plan.ownerId })
    await tx.trainingPlan.update({
      where: { id },
      data: { ...columnsOf(facts), updatedAt: now, version: { increment: 1 } },
    })
    await setCourses(context, id, facts.courseIds)
    const { events, due, rewritten, archived } = await rewritePlanned(context, id, { turnsMoved })
    const own: EventDraft = {
      sentence: `Changed it: ${count(rewritten, 'planned campaign follows', 'planned campaigns follow')}${archived > 0 ? `, ${archived} no longer due` : ''}`,
      record: planRecord({ id, name: facts.name }),
    }
    return { value: { id, rewritten }, events: [own, ...events], due }
  },
})

/** Ends a plan: no more campaigns are made of it, and those that have not opened leave the register. */
export const endPlan = defineCommand({
  name: 'training-plan.end',
  permission: 'training.edit',
  input: schema.endPlanInput,
  run: async (context, { id, version, reason }) => {
    const { tx, now, today } = context
    const plan = await lockPlan(context, id, version)
    refuseOthers(context)
    const { archived, due } = await putPlannedAway(context, id)
    await tx.trainingPlan.update({
      where: { id },
      data: { endedOn: dateOf(today), updatedAt: now, version: { increment: 1 } },
    })
    const sentence = `Ended it; ${count(archived, 'planned campaign')} put away`
    return { value: { id, archived }, events: [{ sentence, record: planRecord(plan), reason }], due }
  },
})

/**
 * Makes the quarterly programme: a plan for each starter course that the practice has published and that no plan teaches,
 * which comes round once a year in the quarter of its lesson. The quarters are counted from the first opening.
 */
export const makeProgramme = defineCommand({
  name: 'training-plan.programme',
  permission: 'training.edit',
  input: schema.programmeInput,
  timeoutMs: 60_000,
  run: async (context, { startsOn, daysOpen, ownerId }) => {
    const { tx, today } = context
    refuseOthers(context)
    if (startsOn < today) throw problem({ startsOn: 'This day is past. Choose today or a later one.' })
    await requireHere(context, { ownerId })
    const courses = await tx.course.findMany({
      where: {
        ...{ starter: { not: null }, archivedAt: null, number: { gt: 0 } },
        turns: { none: { plan: { endedOn: null } } },
      },
      select: { id: true, title: true, starter: true },
      orderBy: { ref: 'asc' },
    })
    const lessons = courses.flatMap((course) => {
      const lesson = starterLesson(course.starter ?? '')
      return lesson ? { ...course, quarter: lesson.quarter } : []
    })
    const events: EventDraft[] = []
    const due: DueSync[] = []
    let campaigns = 0
    for (const { id: courseId, title, quarter } of lessons) {
      const facts = schema.programmePlan({
        ...{ name: title, courseId, daysOpen, ownerId },
        startsOn: addMonths(startsOn, (quarter - 1) * 3),
      })
      const made = await addPlan(context, facts)
      events.push(
        { sentence: `Made the plan ${title}`, record: planRecord({ id: made.id, name: title }) },
        ...made.events,
      )
      due.push(...made.due)
      campaigns += made.campaigns
    }
    const [first, ...rest] = events
    if (!first)
      throw conflict(
        'There is no starter course to plan: take the starter lessons in under Courses, or all of them are planned already.',
      )
    return { value: { plans: lessons.length, campaigns }, events: [first, ...rest], due }
  },
})
