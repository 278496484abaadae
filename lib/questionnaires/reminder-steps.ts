import { addDays, type Day, daysBetween } from '#lib/base/days'

/** Days before the day by which answers are wanted on which whoever was asked is reminded; after it, every week. */
const before = [14, 7, 1]
const WEEK = 7

/**
 * The reminder whose turn it is: its name, unique for this day of answers, and the days left (negative when it has passed).
 * Null when none is. A step of which the day came before the questionnaire was sent, or on that day, is left out; one that
 * was missed is made up for by itself, not by all at once.
 */
export function reminderOn(
  today: Day,
  { sentOn, wantedBy }: { sentOn: Day; wantedBy: Day },
): { step: string; days: number } | null {
  const days = daysBetween(today, wantedBy)
  const from = days < 0 ? -Math.floor(-days / WEEK) * WEEK : before.findLast((step) => days <= step)
  if (from === undefined || from === 0 || days === 0) return null
  if (addDays(wantedBy, -from) <= sentOn) return null
  return { step: `${wantedBy}:${from}`, days }
}
