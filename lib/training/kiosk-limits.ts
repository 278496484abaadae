import { networkOf } from '#lib/platform/front-door'
import { type RateRule, returnAttempt, takeAttempt } from '#lib/platform/rate-limit'
import { hashToken } from '#lib/platform/session'

const WINDOW = 15 * 60
/** A tablet handed round among thirty people, each saving after every answer, stays well below. */
const byKiosk: RateRule = { name: 'kiosk', limit: 3_000, windowSeconds: WINDOW }
/** Secrets cannot be guessed; whoever tries is stopped all the same. */
const unknown: RateRule = { name: 'kiosk unknown secret', limit: 300, windowSeconds: WINDOW }
/** Wrong PINs at one tablet, whoever they were for: right ones are given back. */
const misses: RateRule = { name: 'kiosk wrong PINs', limit: 30, windowSeconds: WINDOW }

/** Counts one request to a tablet before anything is looked up; false when there were too many. */
export async function admitKiosk(
  token: string,
  address: string,
  at: Date,
): Promise<{ ok: boolean; wasKnown: () => Promise<void> }> {
  const network = networkOf(address)
  const taken = [await takeAttempt(unknown, network, at), await takeAttempt(byKiosk, hashToken(token), at)]
  return { ok: !taken.includes(false), wasKnown: () => returnAttempt(unknown, network) }
}

/** Counts one PIN before it is looked at; false when too many were wrong at this tablet. */
export async function admitPin(
  token: string,
  at: Date,
): Promise<{ ok: boolean; wasRight: () => Promise<void> }> {
  const subject = hashToken(token)
  return { ok: await takeAttempt(misses, subject, at), wasRight: () => returnAttempt(misses, subject) }
}
