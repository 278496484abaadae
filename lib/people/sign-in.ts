import { setTimeout as wait } from 'node:timers/promises'
import { count } from '#lib/base/text'
import type { Origin } from '#lib/platform/auth'
import { outside, read } from '#lib/platform/db'
import { networkOf } from '#lib/platform/front-door'
import { verifyPassword } from '#lib/platform/password'
import { type RateRule, returnAttempt, takeAttempt } from '#lib/platform/rate-limit'
import { lockMinutes } from './lock-out.ts'
import {
  byHolder,
  byStranger,
  type Entry,
  fromWhere,
  type Holder,
  holderOf,
  personRecord,
  recorded,
} from './recorded.ts'
import { isKnownPlace, minutesLater, openSession, type Stage, stageAfterPassword } from './sessions.ts'

const QUARTER_HOUR = 15 * 60
const perAddress: RateRule = { name: 'password by address', limit: 60, windowSeconds: QUARTER_HOUR }
const perEmail: RateRule = { name: 'password by e-mail', limit: 10, windowSeconds: QUARTER_HOUR }
const perKnownPlace: RateRule = { name: 'password by known place', limit: 10, windowSeconds: QUARTER_HOUR }

/** A failure never answers sooner, so that the work a known e-mail causes does not show. */
const FAILURE_TAKES_MS = 400

/** 'wrong' covers an unknown e-mail, a wrong password, a lock-out and a deactivated person: the answer does not tell. */
export type SignInOutcome = { ok: true; token: string; stage: Stage } | { ok: false; code: 'wrong' | 'wait' }

/** Checks e-mail and password and opens a session, which may still wait for the second factor. */
export async function signIn(
  credentials: { email: string; password: string },
  from: Origin,
  at: Date,
  failureTakesMs = FAILURE_TAKES_MS,
): Promise<SignInOutcome> {
  const began = performance.now()
  const email = credentials.email
    .replace(/[\p{Cc}\s]/gu, '')
    .toLowerCase()
    .slice(0, 320)
  const outcome = await attempt(email, credentials.password, from, at)
  if (!outcome.ok) await wait(Math.max(0, failureTakesMs - (performance.now() - began)))
  return outcome
}

async function attempt(email: string, password: string, from: Origin, at: Date): Promise<SignInOutcome> {
  const { holder, known } = await whoHas(email, from, at)
  const taken = known && holder ? knownPlaceRules(holder, from) : strangerRules(email, from)
  for (const [rule, subject] of taken) {
    if (!(await takeAttempt(rule, subject, at))) return { ok: false, code: 'wait' }
  }
  const isLocked =
    holder !== null && !known && holder.account.lockedUntil !== null && holder.account.lockedUntil > at
  const stored = holder?.active && !isLocked ? holder.account.passwordHash : null
  const isRight = await verifyPassword(stored, password)
  if (!holder) return { ok: false, code: 'wrong' }
  if (!isRight) {
    await (isLocked ? recordRefusal(holder, from, at) : recordFailure(holder, from, at))
    return { ok: false, code: 'wrong' }
  }
  const started = await start(holder, from, at)
  for (const [rule, subject] of taken) await returnAttempt(rule, subject)
  return started
}

async function whoHas(
  email: string,
  from: Origin,
  at: Date,
): Promise<{ holder: Holder | null; known: boolean }> {
  const [found] = await outside<{ practiceId: string; personId: string }>(
    'SELECT * FROM locate_account($1)',
    [email],
  )
  if (!found) return { holder: null, known: false }
  return read(found, async (tx) => ({
    holder: await holderOf(tx, found.personId, at),
    known: await isKnownPlace(tx, found.personId, from.address, at),
  }))
}

type Taken = readonly [RateRule, string][]

/** Where the person has signed in before, strangers elsewhere cannot use up the attempts. */
function knownPlaceRules(holder: Holder, from: Origin): Taken {
  return [[perKnownPlace, `${holder.personId} ${networkOf(from.address)}`]]
}

/** An unknown address is nobody's in particular, so nothing is counted against it. */
function strangerRules(email: string, from: Origin): Taken {
  const byAddress: Taken = from.address === 'unknown' ? [] : [[perAddress, networkOf(from.address)]]
  return [...byAddress, [perEmail, email]]
}

function recordFailure(holder: Holder, from: Origin, at: Date): Promise<void> {
  return recorded(holder.practiceId, at, async (tx) => {
    const { failedAttempts } = await tx.account.update({
      where: { id: holder.account.id },
      data: { failedAttempts: { increment: 1 } },
      select: { failedAttempts: true },
    })
    const why = holder.active ? 'wrong password' : 'deactivated'
    const entries = [
      failure(holder, 'sign-in.failed', `Failed to sign in ${fromWhere(from.address)}: ${why}`),
    ]
    const minutes = lockMinutes(failedAttempts)
    if (minutes > 0) {
      await tx.account.update({
        where: { id: holder.account.id },
        data: { lockedUntil: minutesLater(at, minutes) },
      })
      const words = `Locked the account for ${count(minutes, 'minute')} after ${failedAttempts} failures in a row`
      entries.push(failure(holder, 'sign-in.locked', words))
    }
    return { value: undefined, entries }
  })
}

function recordRefusal(holder: Holder, from: Origin, at: Date): Promise<void> {
  const sentence = `Tried to sign in ${fromWhere(from.address)} while the account was locked`
  return recorded(holder.practiceId, at, async () => ({
    value: undefined,
    entries: [failure(holder, 'sign-in.failed', sentence)],
  }))
}

function failure(holder: Holder, action: string, sentence: string): Entry {
  return { action, by: byStranger(holder), event: { sentence, record: personRecord(holder) } }
}

function start(holder: Holder, from: Origin, at: Date): Promise<SignInOutcome> {
  return recorded(holder.practiceId, at, async (tx) => {
    await tx.account.update({
      where: { id: holder.account.id },
      data: { failedAttempts: 0, lockedUntil: null },
    })
    const stage = stageAfterPassword(holder)
    const token = await openSession(tx, holder, stage, from, at)
    const where = fromWhere(from.address)
    const sentence =
      stage === 'full'
        ? `Signed in ${where}`
        : `Gave the right password ${where}; the second factor was still to come`
    const action = stage === 'full' ? 'sign-in.done' : 'sign-in.password'
    const entry = { action, by: byHolder(holder), event: { sentence, record: personRecord(holder) } }
    return { value: { ok: true as const, token, stage }, entries: [entry] }
  })
}
