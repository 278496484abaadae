import { addDays, addMonths, type Day, dateOf, day, dayOf } from '#lib/base/days'
import { type AgeBand, ageBand, ageBands, type DueStatus, dueRange } from '#lib/kernel/due'

const origin = day('2000-01-01')
/** Longer than any band but the last, which has no end. */
const longestLate = 400

/** How many days late a band begins and ends, asked of the kernel's own function; no end for the last. */
const lateness = new Map<AgeBand, { first: number; last: number | null }>()
for (let late = 1; late <= longestLate; late += 1) {
  const band = ageBand(addDays(origin, -late), origin)
  if (band === null) continue
  const known = lateness.get(band)
  const last = late === longestLate ? null : late
  if (known) known.last = last
  else lateness.set(band, { first: late, last })
}

/** The due dates of a band of lateness today, as a condition on a DATE column. */
export function ageRange(band: AgeBand, today: Day): { gte?: Date; lte?: Date } {
  const days = lateness.get(band)
  if (!days) throw new RangeError(`no such band: ${band}`)
  const lte = dateOf(addDays(today, -days.first))
  return days.last === null ? { lte } : { gte: dateOf(addDays(today, -days.last)), lte }
}

/** A range of due dates that counts as one thing today: from `first` up to the next bucket's. */
export interface DueBucket {
  status: DueStatus
  band: AgeBand | null
  /** A date as SQL reads it. */
  first: string
}

/** What due dates count as today, oldest first. Every date falls into exactly one: the last that begins no later. */
export function dueBuckets(today: Day): DueBucket[] {
  const bucket = (status: DueStatus, band: AgeBand | null, { gte }: { gte?: Date }): DueBucket => ({
    status,
    band,
    first: gte ? dayOf(gte) : '-infinity',
  })
  return [
    ...ageBands.toReversed().map((band) => bucket('overdue', band, ageRange(band, today))),
    bucket('due-soon', null, dueRange('due-soon', today)),
    bucket('on-track', null, dueRange('on-track', today)),
  ]
}

/** The days whose overdue duties are counted: the ends of the twelve months past, oldest first. Last quarter's is one of them. */
export function daysLookedBackAt(today: Day): Day[] {
  const firstOfMonth = day(`${today.slice(0, 8)}01`)
  return Array.from({ length: 12 }, (_, index) => addDays(addMonths(firstOfMonth, index - 11), -1))
}
