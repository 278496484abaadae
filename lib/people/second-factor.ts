import { count } from '#lib/base/text'
import type { Origin } from '#lib/platform/auth'
import { read, type Tx } from '#lib/platform/db'
import { networkOf } from '#lib/platform/front-door'
import { type RateRule, returnAttempt, takeAttempt } from '#lib/platform/rate-limit'
import { unseal } from '#lib/platform/secret-box'
import type { SessionContext } from '#lib/platform/session'
import { totpStep } from '#lib/platform/totp'
import { byHolder, byStranger, fromWhere, type Holder, holderOf, personRecord, recorded } from './recorded.ts'
import { spendRecoveryCode } from './recovery-codes.ts'
import { completeSession, isKnownPlace } from './sessions.ts'

/** Five of a million codes in a quarter of an hour; three are right at any time. */
const perAccountAndPlace: RateRule = { name: 'second factor', limit: 5, windowSeconds: 15 * 60 }

export type SecondFactorOutcome =
  | { ok: true; token: string; recoveryCodesLeft: number | null }
  | { ok: false; code: 'wrong' | 'wait' | 'ended' }

/** Completes a sign-in that waits for its second factor: with a code from the app, or with a recovery code. */
export async function giveSecondFactor(
  session: SessionContext,
  typed: string,
  from: Origin,
  at: Date,
): Promise<SecondFactorOutcome> {
  if (session.stage !== 'second-factor') return { ok: false, code: 'ended' }
  const { holder, known } = await read(session, async (tx) => ({
    holder: await holderOf(tx, session.personId, at),
    known: await isKnownPlace(tx, session.personId, from.address, at),
  }))
  if (!holder?.account.totpSecret) return { ok: false, code: 'ended' }
  // Whoever has the password but not the factor uses up the attempts of "elsewhere", not those of the person's own places.
  const subject = `${holder.account.id} ${known ? networkOf(from.address) : 'elsewhere'}`
  if (!(await takeAttempt(perAccountAndPlace, subject, at))) return { ok: false, code: 'wait' }
  const outcome = await checkAndComplete(session, holder, typed, from, at)
  if (outcome.ok) await returnAttempt(perAccountAndPlace, subject)
  return outcome
}

function checkAndComplete(
  session: SessionContext,
  holder: Holder,
  typed: string,
  from: Origin,
  at: Date,
): Promise<SecondFactorOutcome> {
  const record = personRecord(holder)
  const where = fromWhere(from.address)
  return recorded<SecondFactorOutcome>(holder.practiceId, at, async (tx) => {
    const left = await spendRecoveryCode(tx, holder.account.id, typed, at)
    const isRight = left !== null || (await spendTotpCode(tx, holder, typed, at))
    if (!isRight) {
      const event = { sentence: `Gave a wrong second-factor code ${where}`, record }
      return {
        value: { ok: false, code: 'wrong' },
        entries: [{ action: 'second-factor.failed', by: byStranger(holder), event }],
      }
    }
    const token = await completeSession(tx, session, holder, at)
    if (!token) return { value: { ok: false, code: 'ended' }, entries: [] }
    const sentence =
      left === null
        ? `Signed in with a second factor ${where}`
        : `Signed in with a recovery code ${where}; ${count(left, 'is', 'are')} left`
    return {
      value: { ok: true, token, recoveryCodesLeft: left },
      entries: [{ action: 'sign-in.done', by: byHolder(holder), event: { sentence, record } }],
    }
  })
}

/** Uses a code from the app up: of two that arrive together with the same code, one wins. */
async function spendTotpCode(tx: Tx, holder: Holder, typed: string, at: Date): Promise<boolean> {
  const { id, totpSecret, totpLastStep } = holder.account
  const secret = totpSecret === null ? null : unseal(totpSecret, id)
  if (secret === null) return false
  const step = await totpStep(secret, typed.replace(/\s/g, ''), at, totpLastStep)
  if (step === null) return false
  const { count: taken } = await tx.account.updateMany({
    where: { id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  })
  return taken === 1
}
