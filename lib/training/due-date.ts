import { addDays, type Day } from '#lib/base/days'

/** Nobody gets less time than this, however late they came into the directory. */
const leastDays = 7

const later = (a: Day, b: Day): Day => (a > b ? a : b)

interface Dates {
  opensOn: Day
  /** Null for a standing campaign. */
  dueOn: Day | null
  joinerDays: number
}

/**
 * Until when somebody who comes into a campaign today has to sign: its due date; for those who joined since it opened, so many
 * days from joining where that is later; and never less than a week from today.
 */
export function dueDateFor({ opensOn, dueOn, joinerDays }: Dates, startedOn: Day | null, today: Day): Day {
  const joined = startedOn !== null && startedOn >= opensOn ? startedOn : null
  const least = addDays(today, leastDays)
  if (dueOn === null) return later(addDays(joined ?? today, joinerDays), least)
  if (joined !== null) return later(later(dueOn, addDays(joined, joinerDays)), least)
  // Of those who were here when it opened, whoever is put in later gets the week as well.
  return today > opensOn ? later(dueOn, least) : dueOn
}
