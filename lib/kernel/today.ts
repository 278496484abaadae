import { type Day, dayIn } from '#lib/base/days'
import { now } from '#lib/platform/clock'

/** The business day of the actor's practice. */
export function todayFor(actor: { timeZone: string }): Day {
  return dayIn(actor.timeZone, now())
}
