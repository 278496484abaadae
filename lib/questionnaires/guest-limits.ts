import { networkOf } from '#lib/platform/front-door'
import { type RateRule, returnAttempt, takeAttempt } from '#lib/platform/rate-limit'
import { hashToken } from '#lib/platform/session'

const WINDOW = 15 * 60
/** A long questionnaire, saved after every pause by two people in one office, stays well below. */
const byLink: RateRule = { name: 'questionnaire by link', limit: 400, windowSeconds: WINDOW }
const byAddress: RateRule = { name: 'questionnaire by address', limit: 2_000, windowSeconds: WINDOW }
/** Tokens cannot be guessed; whoever tries is stopped all the same, and an office with an old link is not. */
const unknown: RateRule = { name: 'questionnaire unknown link', limit: 300, windowSeconds: WINDOW }

/**
 * Counts one request before anything is looked up, by link and by address; false when there were too many. Known and
 * unknown links count alike, so that the answer tells nothing. `wasKnown` is called once the link turns out to work.
 */
export async function admit(
  token: string,
  address: string,
  at: Date,
): Promise<{ ok: boolean; wasKnown: () => Promise<void> }> {
  const network = networkOf(address)
  const taken = [
    await takeAttempt(unknown, network, at),
    await takeAttempt(byAddress, network, at),
    await takeAttempt(byLink, hashToken(token), at),
  ]
  return { ok: !taken.includes(false), wasKnown: () => returnAttempt(unknown, network) }
}

export const tooMany = 'Too much at once. Wait a quarter of an hour, then go on: what was saved stays saved.'
