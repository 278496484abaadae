import { addMonths, type Day, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { personChoices, siteOptions } from '#lib/people/directory'
import { courseChoices, type PlanSummary } from '#lib/training/form-queries'
import type { FormValues } from '../../form-values.ts'

/** The first day of the quarter after this one. */
export function nextQuarter(today: Day): Day {
  const month = Number(today.slice(5, 7))
  const first = String(month - ((month - 1) % 3)).padStart(2, '0')
  return addMonths(day(`${today.slice(0, 4)}-${first}-01`), 3)
}

/** What the form of a new plan starts with. */
export function newPlanValues(actor: Actor): FormValues {
  return {
    ...{ everyMonths: ['3'], startsOn: [nextQuarter(todayFor(actor))], daysOpen: ['30'] },
    ...{ joinerDays: ['30'], escalateAfterDays: ['7'], ownerId: [actor.personId] },
  }
}

/** A stored plan as its form shows it. */
export function planValues(plan: PlanSummary): FormValues {
  return {
    name: [plan.name],
    'courseIds[]': plan.courses.map(({ id }) => id),
    everyMonths: [String(plan.everyMonths)],
    startsOn: [plan.startsOn],
    daysOpen: [String(plan.daysOpen)],
    joinerDays: [String(plan.joinerDays)],
    escalateAfterDays: [String(plan.escalateAfterDays)],
    'groups[]': plan.groups,
    'siteIds[]': plan.siteIds,
    ownerId: [plan.ownerId ?? ''],
  }
}

/** What both forms offer. */
export async function planSetup(actor: Actor, plan: PlanSummary | null) {
  const [people, sites, courses] = await Promise.all([
    personChoices(actor, { stored: [plan?.ownerId ?? actor.personId] }),
    siteOptions(actor, { keep: plan?.siteIds ?? [] }),
    courseChoices(actor),
  ])
  return { people, sites, courses }
}
