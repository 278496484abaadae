import { invalid } from '#lib/kernel/errors'
import { verifyPassword } from '#lib/platform/password'
import { type RateRule, returnAttempt, takeAttempt } from '#lib/platform/rate-limit'
import type { Holder } from './recorded.ts'

/** For somebody who is signed in: a walked-away-from screen must not be a way to guess the password. */
const perPerson: RateRule = { name: 'password confirmed', limit: 10, windowSeconds: 15 * 60 }

/** Throws a refusal on the field unless this is the holder's password. */
export async function confirmPassword(
  holder: Holder,
  password: string,
  at: Date,
  field = 'password',
): Promise<void> {
  if (!(await takeAttempt(perPerson, holder.personId, at)))
    throw invalid('That was wrong too often. Wait a quarter of an hour, then try again.')
  if (!(await verifyPassword(holder.account.passwordHash, password)))
    throw invalid('Please check the marked fields.', { [field]: 'This is not your password.' })
  await returnAttempt(perPerson, holder.personId)
}
