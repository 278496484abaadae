import type { Day } from '#lib/base/days'
import { daysLate } from '#lib/kernel/due'

/** Why somebody is told of a duty: it is theirs, they back it up, or they keep what nobody does. */
export type Part = 'own' | 'backup' | 'keeper'

/** Days before the due date on which its people are told; the due date itself is 0, and after it comes every week. */
const STEPS_BEFORE = [-90, -60, -30, -14, -7, -1, 0] as const
const WEEK = 7

/** The first step on which each is told. Keepers are told from the first on when nobody else can be. */
const FIRST: Record<Part, number> = { own: -90, backup: -7, keeper: WEEK }

/** No duty is told of before this many days ahead. */
export const furthestAhead = 90

/** The step that counts so many days after the due date (fewer than 0: before it): the latest of the ladder; null before it begins. */
export function stepAt(daysAfter: number): number | null {
  if (daysAfter >= WEEK) return daysAfter - (daysAfter % WEEK)
  return STEPS_BEFORE.findLast((step) => step <= daysAfter) ?? null
}

/** The steps after `after` and before `before`, in order. */
function stepsBetween(after: number, before: number): number[] {
  const early = STEPS_BEFORE.filter((step) => step > after && step < before)
  const weeks: number[] = []
  const first = Math.max(WEEK, (Math.floor(after / WEEK) + 1) * WEEK)
  for (let step = first; step < before; step += WEEK) weeks.push(step)
  return [...early, ...weeks]
}

/** What is told of a duty today, and the earlier steps that it stands for because nobody was told of them in their time. */
export interface Firing {
  step: number
  passedOver: number[]
}

/**
 * Whether somebody is told of a duty today. The latest step counts, once: steps that were missed are passed over.
 * `told` is the last step that this person was told of for this due date, null when of none.
 */
export function fires(
  { dueOn, isUnowned, told, part }: { dueOn: Day; isUnowned: boolean; told: number | null; part: Part },
  today: Day,
): Firing | null {
  const step = stepAt(daysLate(dueOn, today))
  if (step === null || !hears(part, step, isUnowned) || (told !== null && step <= told)) return null
  const first = firstOf(part, isUnowned)
  return { step, passedOver: stepsBetween(Math.max(first - 1, told ?? first - 1), step) }
}

/** Who is told of a step, by part. */
export function hears(part: Part, step: number, isUnowned: boolean): boolean {
  return step >= firstOf(part, isUnowned)
}

const firstOf = (part: Part, isUnowned: boolean) => (isUnowned ? FIRST.own : FIRST[part])

/** '30 days before', 'on the day', '2 weeks after'. */
export function stepInWords(step: number): string {
  if (step === 0) return 'on the day'
  if (step < 0) return step === -1 ? 'the day before' : `${-step} days before`
  return step === WEEK ? 'a week after' : `${step / WEEK} weeks after`
}
