import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { atTime } from '#lib/platform/clock'
import { findSession } from '#lib/platform/session'
import {
  codeAt,
  demandSecondFactor,
  giveAccount,
  minutesAfterNoon,
  NOON,
  PASSWORD,
  place,
  sentences,
  sessionOf,
} from '#lib/testing/accounts'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { enrolAtSignIn, factorState, offerFactor, renewFactor, renewRecoveryCodes } from './factor-setup.ts'
import { giveSecondFactor } from './second-factor.ts'
import { signIn } from './sign-in.ts'

const database = useTestDatabase()
const someWords: unknown = expect.any(String)

let practice: TestPractice
let actor: Actor
let email: string

beforeEach(async () => {
  practice = await createPractice(database.owner)
  actor = await practice.actor('officer')
  email = await giveAccount(database.owner, actor)
  await demandSecondFactor(database.owner, practice.id, 'officer')
})

async function password(minutes: number, from = place(1)) {
  const outcome = await signIn({ email, password: PASSWORD }, from, minutesAfterNoon(minutes), 0)
  if (!outcome.ok) throw new Error(outcome.code)
  return { token: outcome.token, session: await sessionOf(outcome.token, minutesAfterNoon(minutes)) }
}

/** Signs in for the first time and sets a second factor up. */
async function enrol(minutes = 0) {
  const { session } = await password(minutes)
  const at = minutesAfterNoon(minutes)
  const offered = await offerFactor(session, at)
  const secret = offered?.secret ?? ''
  const outcome = await enrolAtSignIn(session, await codeAt(secret, at), place(1), at)
  if (!outcome.ok) throw new Error(outcome.code)
  const signedIn: Actor = { ...actor, sessionId: session.sessionId }
  return { secret, codes: outcome.codes, token: outcome.token, signedIn }
}

const said = () => sentences(database.owner, practice.id)

describe('the first sign-in of a role that needs a second factor', () => {
  test('offers the same secret until it is taken, completes under a new token, and gives ten codes once', async () => {
    const { token, session } = await password(0)
    const offered = await offerFactor(session, NOON)
    expect(await offerFactor(session, minutesAfterNoon(3))).toEqual(offered)
    expect(offered?.address).toContain(encodeURIComponent(practice.name))
    const code = await codeAt(offered?.secret ?? '', minutesAfterNoon(3))
    expect(await enrolAtSignIn(session, '000000', place(1), minutesAfterNoon(3))).toEqual({
      ok: false,
      code: 'wrong',
    })
    const outcome = await enrolAtSignIn(
      session,
      `${code.slice(0, 3)} ${code.slice(3)}`,
      place(1),
      minutesAfterNoon(3),
    )
    if (!outcome.ok) throw new Error(outcome.code)
    expect(new Set(outcome.codes).size).toBe(10)
    expect(await findSession(token, minutesAfterNoon(3))).toBeNull()
    expect(await sessionOf(outcome.token, minutesAfterNoon(3))).toMatchObject({
      stage: 'full',
      sessionId: session.sessionId,
    })
    expect((await said()).slice(-2)).toEqual(['Set up a second factor', 'Signed in from 203.0.113.1'])
  })

  test('stores neither the secret nor a recovery code in the clear', async () => {
    const { secret, codes } = await enrol()
    for (const table of ['Account', 'RecoveryCode', 'RowChange', 'AuditEvent', 'Session']) {
      const { rows } = await database.owner.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`)
      const all = JSON.stringify(rows)
      for (const text of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
        expect(all).not.toContain(text)
    }
  })

  test('cannot replace a factor that another session set up meanwhile', async () => {
    const { session: slow } = await password(0)
    const offered = await offerFactor(slow, NOON)
    await enrol(1)
    const late = await enrolAtSignIn(
      slow,
      await codeAt(offered?.secret ?? '', minutesAfterNoon(2)),
      place(6),
      minutesAfterNoon(2),
    )
    expect(late).toEqual({ ok: false, code: 'ended' })
  })

  test('is no way round the second factor for somebody who has one', async () => {
    await enrol()
    const { session } = await password(5)
    expect(session.stage).toBe('second-factor')
    expect(await enrolAtSignIn(session, '123456', place(1), minutesAfterNoon(5))).toEqual({
      ok: false,
      code: 'ended',
    })
  })
})

describe('a code from the app', () => {
  test('completes the sign-in under a new token and works once', async () => {
    const { secret } = await enrol()
    const at = minutesAfterNoon(10.05)
    const code = await codeAt(secret, at)
    const first = await password(10)
    const outcome = await giveSecondFactor(first.session, code, place(1), at)
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.recoveryCodesLeft).toBeNull()
    expect(await findSession(first.token, at)).toBeNull()
    expect((await sessionOf(outcome.token, at)).stage).toBe('full')
    const second = await password(10.1)
    const again = await giveSecondFactor(second.session, code, place(1), minutesAfterNoon(10.2))
    expect(again).toEqual({ ok: false, code: 'wrong' })
    expect((await said()).slice(-3)).toEqual([
      'Signed in with a second factor from 203.0.113.1',
      'Gave the right password from 203.0.113.1; the second factor was still to come',
      'Gave a wrong second-factor code from 203.0.113.1',
    ])
  })

  test('given twice at the same moment completes one sign-in', async () => {
    const { secret } = await enrol()
    const at = minutesAfterNoon(10)
    const code = await codeAt(secret, at)
    const waiting = await Promise.all([password(10), password(10), password(10)])
    const outcomes = await Promise.all(
      waiting.map(({ session }) => giveSecondFactor(session, code, place(1), at)),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('may be guessed five times in a quarter of an hour, elsewhere without harm to the person at their own place', async () => {
    const { secret } = await enrol()
    const guess = async (minutes: number, code: string, from = place(66)) =>
      giveSecondFactor((await password(minutes, from)).session, code, from, minutesAfterNoon(minutes))
    for (let i = 0; i < 5; i += 1) expect(await guess(10, '000000')).toEqual({ ok: false, code: 'wrong' })
    expect(await guess(11, await codeAt(secret, minutesAfterNoon(11)))).toEqual({ ok: false, code: 'wait' })
    expect(await guess(12, await codeAt(secret, minutesAfterNoon(12)), place(1))).toMatchObject({ ok: true })
    expect(await guess(26, await codeAt(secret, minutesAfterNoon(26)))).toMatchObject({ ok: true })
  })

  test('comes too late when the password was given eleven minutes ago', async () => {
    await enrol()
    const { token } = await password(10)
    expect(await findSession(token, minutesAfterNoon(21))).toBeNull()
  })
})

describe('a recovery code', () => {
  test('stands in for the app once, however it is typed, and the rest are counted', async () => {
    const { codes } = await enrol()
    const [first = '', second = ''] = codes
    const give = async (minutes: number, code: string) =>
      giveSecondFactor((await password(minutes)).session, code, place(1), minutesAfterNoon(minutes + 0.1))
    expect(await give(10, ` ${first.toUpperCase().replace('-', ' ')} `)).toMatchObject({
      ok: true,
      recoveryCodesLeft: 9,
    })
    expect((await said()).at(-1)).toBe('Signed in with a recovery code from 203.0.113.1; 9 are left')
    expect(await give(11, first)).toEqual({ ok: false, code: 'wrong' })
    expect(await give(12, second)).toMatchObject({ ok: true, recoveryCodesLeft: 8 })
  })

  test('of one account is worth nothing to another', async () => {
    const { codes } = await enrol()
    const other = await practice.actor('officer')
    const otherEmail = await giveAccount(database.owner, other)
    await database.owner.query(
      `UPDATE "Account" SET "totpSecret" = 'x', "totpConfirmedAt" = now() WHERE "personId" = $1`,
      [other.personId],
    )
    const outcome = await signIn({ email: otherEmail, password: PASSWORD }, place(1), NOON, 0)
    if (!outcome.ok) throw new Error(outcome.code)
    const session = await sessionOf(outcome.token, NOON)
    expect(await giveSecondFactor(session, codes[0] ?? '', place(1), NOON)).toEqual({
      ok: false,
      code: 'wrong',
    })
  })
})

describe('in one’s account', () => {
  const at = minutesAfterNoon(20)

  test('a new second factor needs the password and a code from it; the old one stops working and other sessions end', async () => {
    const { secret: old, signedIn, token } = await enrol()
    const { session: elsewhere } = await password(15, place(2))
    const other = await giveSecondFactor(
      elsewhere,
      await codeAt(old, minutesAfterNoon(15)),
      place(2),
      minutesAfterNoon(15),
    )
    if (!other.ok || !signedIn.sessionId) throw new Error('not signed in elsewhere')
    const fresh = await offerFactor({ ...signedIn, sessionId: signedIn.sessionId }, at)
    const secret = fresh?.secret ?? ''
    expect(secret).not.toBe(old)
    const renew = (input: object) => atTime(at, () => renewFactor(signedIn, input))
    expect(await renew({ password: 'wrong', code: await codeAt(secret, at) })).toMatchObject({
      ok: false,
      fields: { password: someWords },
    })
    expect(await renew({ password: PASSWORD, code: await codeAt(old, at) })).toMatchObject({
      ok: false,
      fields: { code: someWords },
    })
    const { codes } = valueOf(await renew({ password: PASSWORD, code: await codeAt(secret, at) }))
    expect(codes).toHaveLength(10)
    expect(await findSession(other.token, at)).toBeNull()
    expect(await findSession(token, minutesAfterNoon(14))).not.toBeNull()
    const later = minutesAfterNoon(30)
    expect(
      await giveSecondFactor((await password(30)).session, await codeAt(old, later), place(1), later),
    ).toMatchObject({ ok: false })
    expect(
      await giveSecondFactor((await password(30)).session, await codeAt(secret, later), place(1), later),
    ).toMatchObject({ ok: true })
    expect(await said()).toContain('Replaced the second factor')
  })

  test('new recovery codes need the password and void the old ones', async () => {
    const { codes: old, signedIn } = await enrol()
    expect(await atTime(at, () => renewRecoveryCodes(signedIn, { password: 'wrong' }))).toMatchObject({
      ok: false,
    })
    const { codes } = valueOf(await atTime(at, () => renewRecoveryCodes(signedIn, { password: PASSWORD })))
    expect(await factorState(signedIn, at)).toMatchObject({
      recoveryCodesLeft: 10,
      demanded: true,
      since: NOON,
    })
    const give = async (code: string) =>
      giveSecondFactor((await password(25)).session, code, place(1), minutesAfterNoon(25))
    expect(await give(old[0] ?? '')).toEqual({ ok: false, code: 'wrong' })
    expect(await give(codes[0] ?? '')).toMatchObject({ ok: true })
  })

  test('the password cannot be guessed at an open screen', async () => {
    const { signedIn } = await enrol()
    const guess = (text: string) => atTime(at, () => renewRecoveryCodes(signedIn, { password: text }))
    for (let i = 0; i < 10; i += 1) await guess(`wrong ${i}`)
    expect(await guess(PASSWORD)).toMatchObject({
      ok: false,
      message: expect.stringContaining('too often') as unknown,
    })
  })
})
