import { addDays, type Day, dateOf } from '#lib/base/days'

/** When a practice's reminders go out. */
export interface SendingRules {
  timeZone: string
  /** The local hour from which they go out. */
  hour: number
  /** Weekdays without any; 0 is Sunday. */
  quietWeekdays: readonly number[]
  /** Single days without any. */
  quietDays: ReadonlySet<string>
}

/** A year of quiet days in a row ends somewhere, or nobody would ever be told of anything. */
const LONGEST_SILENCE = 366

export function isQuiet(day: Day, { quietWeekdays, quietDays }: SendingRules): boolean {
  return quietWeekdays.includes(dateOf(day).getUTCDay()) || quietDays.has(day)
}

/** The first day from `from` on on which reminders go out. */
export function nextSendingDay(from: Day, rules: SendingRules): Day {
  let day = from
  for (let count = 0; count < LONGEST_SILENCE && isQuiet(day, rules); count++) day = addDays(day, 1)
  return day
}

/** The last day before `day` on which reminders went out. */
export function sendingDayBefore(day: Day, rules: SendingRules): Day {
  let before = addDays(day, -1)
  for (let count = 0; count < LONGEST_SILENCE && isQuiet(before, rules); count++) before = addDays(before, -1)
  return before
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The hour on the practice's clocks. */
export function hourIn(timeZone: string, instant: Date): number {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' })
    formatters.set(timeZone, formatter)
  }
  return Number(formatter.format(instant))
}

/**
 * Whether the day's reminders may go out by now. From the hour on, not at it: an hour that the clocks leave out in spring
 * is past as soon as they have left it out, and one that comes twice in autumn counts the first time.
 */
export function isTimeToSend(instant: Date, today: Day, rules: SendingRules): boolean {
  return !isQuiet(today, rules) && hourIn(rules.timeZone, instant) >= rules.hour
}
