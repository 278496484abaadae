import { addDays, addMonths, type Day, dateOf, day, daysBetween, isDay } from '#lib/base/days'

/** A calendar month, 'YYYY-MM'. */
export type Month = string & { readonly __month: true }

/** A stretch of days, both ends included. */
export interface Stretch {
  first: Day
  last: Day
}

/** Columns of a month as they are written in the US: the week begins on Sunday. */
export const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/** The text as a month; null when it is none, or one so far off that arithmetic would leave the known years. */
export function monthOrNull(text: string): Month | null {
  const first = `${text}-01`
  return isDay(first) && text > '1900-01' && text < '2199-12' ? (text as Month) : null
}

export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month
}

export function monthLater(month: Month, count: number): Month {
  return monthOf(addMonths(day(`${month}-01`), count))
}

/** The first and the last day of a month. */
export function daysOfMonth(month: Month): Stretch {
  const first = day(`${month}-01`)
  return { first, last: addDays(addMonths(first, 1), -1) }
}

/** 0 for Sunday. */
export function weekdayOf(of: Day): number {
  return dateOf(of).getUTCDay()
}

/** The week, Sunday to Saturday, that a day lies in. */
export function weekOf(of: Day): Stretch {
  const first = addDays(of, -weekdayOf(of))
  return { first, last: addDays(first, 6) }
}

/** Every day of a stretch. */
export function daysIn({ first, last }: Stretch): Day[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
}

/** The weeks of a month, seven places each; null where a place belongs to the month before or after. */
export function weeksOf(month: Month): (Day | null)[][] {
  const stretch = daysOfMonth(month)
  const places: (Day | null)[] = [
    ...Array.from({ length: weekdayOf(stretch.first) }, () => null),
    ...daysIn(stretch),
    ...Array.from({ length: 6 - weekdayOf(stretch.last) }, () => null),
  ]
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}

const monthName = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long' })
const longName = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
})

/** 'November 2026'. */
export function formatMonth(month: Month): string {
  return monthName.format(dateOf(`${month}-01`))
}

/** 'Sunday, November 22'. */
export function formatWeekday(of: Day): string {
  return longName.format(dateOf(of))
}
