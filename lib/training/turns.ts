import { addDays, addMonths, type Day } from '#lib/base/days'

/** How far ahead campaigns are made. */
const monthsAhead = 12

/** What of a plan decides on its turns. */
export interface Rhythm {
  startsOn: Day
  everyMonths: number
  daysOpen: number
  /** In the order in which they come round. */
  courseIds: readonly string[]
}

/** One turn of a plan: which course, from when to when. */
export interface Turn {
  turn: number
  courseId: string
  opensOn: Day
  dueOn: Day
}

/**
 * The turns of a plan that open from a day on, within the months that campaigns are made ahead. Each is counted from the first
 * opening and none from the one before it, so that the 31st comes back after a short month.
 */
export function turnsFrom({ startsOn, everyMonths, daysOpen, courseIds }: Rhythm, from: Day): Turn[] {
  const until = addMonths(from, monthsAhead)
  const turns: Turn[] = []
  for (let turn = 0; courseIds.length > 0; turn += 1) {
    const opensOn = addMonths(startsOn, turn * everyMonths)
    if (opensOn > until) break
    const courseId = courseIds[turn % courseIds.length]
    if (opensOn >= from && courseId)
      turns.push({ turn, courseId, opensOn, dueOn: addDays(opensOn, daysOpen) })
  }
  return turns
}
