import { z } from 'zod'
import type { Actor } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { invalid } from '#lib/kernel/errors'
import type { Origin } from '#lib/platform/auth'
import { read, type Tx } from '#lib/platform/db'
import { keyedDigest, seal } from '#lib/platform/secret-box'
import type { SessionContext } from '#lib/platform/session'
import { base32, totpAddress, totpStep } from '#lib/platform/totp'
import { confirmPassword } from './confirm-password.ts'
import { byHolder, fromWhere, type Holder, holderOf, personRecord, recorded } from './recorded.ts'
import { recoveryCodesLeft, replaceRecoveryCodes } from './recovery-codes.ts'
import { completeSession, endSessions } from './sessions.ts'

const SECRET_BYTES = 20

/**
 * The secret a session would set up. It follows from the account, the session and the factor it replaces, so it stays the
 * same while the person looks for their phone, changes once it is taken, and is stored nowhere before that.
 */
function offeredSecret(holder: Holder, sessionId: string): string {
  const { id, totpConfirmedAt } = holder.account
  const place = `${id} ${sessionId} ${totpConfirmedAt?.toISOString() ?? 'none'}`
  return base32(keyedDigest('totp setup', place).subarray(0, SECRET_BYTES))
}

/** What the page shows: the secret to type, and the address that its QR code holds. */
export interface OfferedFactor {
  secret: string
  address: string
}

/** The second factor this session may set up; null when there is no account. */
export function offerFactor(
  session: { practiceId: string; personId: string; sessionId: string },
  at: Date,
): Promise<OfferedFactor | null> {
  return read(session, async (tx) => {
    const holder = await holderOf(tx, session.personId, at)
    if (!holder) return null
    const secret = offeredSecret(holder, session.sessionId)
    return { secret, address: totpAddress(holder.practiceName, holder.account.email, secret) }
  })
}

/** Stores the offered secret when the code proves that an app has it; the recovery codes, or null when the code is wrong. */
async function takeFactor(
  tx: Tx,
  holder: Holder,
  sessionId: string,
  typed: string,
  at: Date,
): Promise<string[] | null> {
  const secret = offeredSecret(holder, sessionId)
  const step = await totpStep(secret, typed.replace(/\s/g, ''), at, null)
  if (step === null) return null
  const { id, totpConfirmedAt } = holder.account
  const { count } = await tx.account.updateMany({
    where: { id, totpConfirmedAt },
    data: { totpSecret: seal(secret, id), totpConfirmedAt: at, totpLastStep: step },
  })
  return count === 1 ? replaceRecoveryCodes(tx, { id, practiceId: holder.practiceId }, at) : null
}

export type EnrolOutcome =
  | { ok: true; token: string; codes: string[] }
  | { ok: false; code: 'wrong' | 'ended' }

/** Sets up the second factor that a role demands and completes the sign-in that waits for it. */
export async function enrolAtSignIn(
  session: SessionContext,
  typed: string,
  from: Origin,
  at: Date,
): Promise<EnrolOutcome> {
  if (session.stage !== 'enrol') return { ok: false, code: 'ended' }
  return recorded<EnrolOutcome>(session.practiceId, at, async (tx) => {
    const holder = await holderOf(tx, session.personId, at)
    // Somebody else with the password was faster: then it is their factor, and this session must not replace it.
    if (!holder || holder.account.totpConfirmedAt) return { value: { ok: false, code: 'ended' }, entries: [] }
    const codes = await takeFactor(tx, holder, session.sessionId, typed, at)
    if (!codes) return { value: { ok: false, code: 'wrong' }, entries: [] }
    const token = await completeSession(tx, session, holder, at)
    if (!token) throw new Error('the session ended while its second factor was set up')
    await endSessions(tx, holder.personId, 'new second factor', at, session.sessionId)
    const [by, record] = [byHolder(holder), personRecord(holder)]
    const where = fromWhere(from.address)
    return {
      value: { ok: true, token, codes },
      entries: [
        { action: 'second-factor.set-up', by, event: { sentence: 'Set up a second factor', record } },
        { action: 'sign-in.done', by, event: { sentence: `Signed in ${where}`, record } },
      ],
    }
  })
}

const noAccount = () => invalid('There is no account to sign in with.')

/** Replaces the actor's second factor, or sets up a first one; the value holds the new recovery codes, this once. */
export const renewFactor = defineCommand({
  name: 'second-factor.renew',
  permission: 'account.keep',
  input: z.object({
    password: z.string(),
    code: z.string().trim().min(1, 'Type the six digits that the app shows.'),
  }),
  run: async ({ tx, actor, now }, input) => {
    const holder = await holderOf(tx, actor.personId, now)
    if (!holder || !actor.sessionId) throw noAccount()
    await confirmPassword(holder, input.password, now)
    const codes = await takeFactor(tx, holder, actor.sessionId, input.code, now)
    if (!codes)
      throw invalid('Please check the marked fields.', {
        code: 'This code is not right. Codes change every 30 seconds: type the one the app shows now.',
      })
    await endSessions(tx, actor.personId, 'new second factor', now, actor.sessionId)
    const sentence = holder.account.totpConfirmedAt ? 'Replaced the second factor' : 'Set up a second factor'
    return { value: { codes }, events: [{ sentence, record: personRecord(holder) }] }
  },
})

/** Ten new recovery codes; the old ones stop working. */
export const renewRecoveryCodes = defineCommand({
  name: 'second-factor.new-codes',
  permission: 'account.keep',
  input: z.object({ password: z.string() }),
  run: async ({ tx, actor, now }, input) => {
    const holder = await holderOf(tx, actor.personId, now)
    if (!holder?.account.totpConfirmedAt) throw invalid('Set up a second factor first.')
    await confirmPassword(holder, input.password, now)
    const codes = await replaceRecoveryCodes(
      tx,
      { id: holder.account.id, practiceId: holder.practiceId },
      now,
    )
    return {
      value: { codes },
      events: [
        { sentence: 'Made new recovery codes; the old ones stopped working', record: personRecord(holder) },
      ],
    }
  },
})

export interface FactorState {
  email: string
  since: Date | null
  recoveryCodesLeft: number
  /** Whether a role of the actor demands a second factor. */
  demanded: boolean
}

/** How the actor's own second factor stands; null for somebody without an account. */
export function factorState(actor: Actor, at: Date): Promise<FactorState | null> {
  return read(actor, async (tx) => {
    const holder = await holderOf(tx, actor.personId, at)
    if (!holder) return null
    const { id, email, totpConfirmedAt: since } = holder.account
    return {
      email,
      since,
      recoveryCodesLeft: since ? await recoveryCodesLeft(tx, id) : 0,
      demanded: holder.mustEnrol,
    }
  })
}
