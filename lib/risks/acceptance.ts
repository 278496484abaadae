import { addDays, type Day } from '#lib/base/days'

/** The longest that an acceptance lasts, in months: what nobody looks at again is not accepted but forgotten. */
export const longestAcceptance = 12

type AcceptanceState = 'accepted' | 'ending' | 'ended' | 'none'

/** Days before its end in which an acceptance counts as ending. */
export const endingDays = 30

/** How the acceptance of a risk stands on a day. It holds on its last day. */
export function acceptanceOn(acceptedUntil: Day | null, today: Day): AcceptanceState {
  if (!acceptedUntil) return 'none'
  if (acceptedUntil < today) return 'ended'
  return acceptedUntil <= addDays(today, endingDays) ? 'ending' : 'accepted'
}
