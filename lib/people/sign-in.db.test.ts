import { describe, expect, test } from 'vitest'
import { findSession } from '#lib/platform/session'
import {
  demandSecondFactor,
  giveAccount,
  minutesAfterNoon,
  NOON,
  PASSWORD,
  place,
  sentences,
  sessionOf,
} from '#lib/testing/accounts'
import { createPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { signIn } from './sign-in.ts'

const database = useTestDatabase()

async function somebody() {
  const practice = await createPractice(database.owner)
  const actor = await practice.actor('staff')
  const email = await giveAccount(database.owner, actor)
  const tryWith = (password: string, minutes: number, from = place(1)) =>
    signIn({ email, password }, from, minutesAfterNoon(minutes), 0)
  const fail = async (times: number, minutes: number, from = place(1)) => {
    for (let i = 0; i < times; i += 1) await tryWith(`wrong ${i}`, minutes + i / 100, from)
  }
  return { practice, actor, email, tryWith, fail, said: () => sentences(database.owner, practice.id) }
}

describe('the right password', () => {
  test('opens a session that holds only the hash of its token, and says so in the audit trail', async () => {
    const { actor, practice, tryWith, said } = await somebody()
    const outcome = await tryWith(PASSWORD, 0)
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.stage).toBe('full')
    expect(outcome.token).toMatch(/^[\w-]{43}$/)
    expect(await sessionOf(outcome.token, NOON)).toMatchObject({
      personId: actor.personId,
      practiceId: practice.id,
    })
    const { rows } = await database.owner.query('SELECT * FROM "Session" WHERE "personId" = $1', [
      actor.personId,
    ])
    expect(JSON.stringify(rows)).not.toContain(outcome.token)
    expect(await said()).toEqual(['Signed in from 203.0.113.1'])
  })

  test('is found by an e-mail typed with capitals and spaces', async () => {
    const { email } = await somebody()
    expect(
      await signIn({ email: `  ${email.toUpperCase()} `, password: PASSWORD }, place(1), NOON, 0),
    ).toMatchObject({ ok: true })
  })

  test('leads to the set-up of a second factor where the role demands one', async () => {
    const { practice, tryWith, said } = await somebody()
    await demandSecondFactor(database.owner, practice.id, 'staff')
    expect(await tryWith(PASSWORD, 0)).toMatchObject({ ok: true, stage: 'enrol' })
    expect(await said()).toEqual([
      'Gave the right password from 203.0.113.1; the second factor was still to come',
    ])
  })

  test('of somebody who has left opens nothing', async () => {
    const { actor, tryWith } = await somebody()
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-03-01' WHERE id = $1`, [
      actor.personId,
    ])
    expect(await tryWith(PASSWORD, 0)).toEqual({ ok: false, code: 'wrong' })
  })
})

describe('an unknown e-mail and a wrong password', () => {
  test('get the same answer, in the same time', async () => {
    const { email } = await somebody()
    const timed = async (wanted: string) => {
      const began = performance.now()
      const answer = await signIn({ email: wanted, password: 'wrong' }, place(20), NOON, 250)
      return { answer, took: performance.now() - began }
    }
    const known = await timed(email)
    const unknown = await timed('nobody@example.org')
    expect(unknown.answer).toEqual(known.answer)
    // A timer may fire a millisecond early.
    for (const { took } of [known, unknown]) expect(took).toBeGreaterThanOrEqual(245)
  })

  test.each(['', 'not an address', `${'x'.repeat(400)}@example.org`, "' OR 1=1 --", 'a\u0000b@example.org'])(
    '%j as e-mail is just wrong',
    async (email) => {
      expect(await signIn({ email, password: PASSWORD }, place(21), NOON, 0)).toEqual({
        ok: false,
        code: 'wrong',
      })
    },
  )

  test('of an unknown e-mail leaves no trace of it anywhere', async () => {
    await signIn({ email: 'ghost@example.org', password: 'wrong' }, place(22), NOON, 0)
    for (const table of ['AuditEvent', 'RateLimit', 'Session']) {
      const { rows } = await database.owner.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`)
      expect(JSON.stringify(rows)).not.toContain('ghost')
    }
  })
})

describe('the lock-out', () => {
  test('begins with the fifth wrong password in a row and ends by itself', async () => {
    const { tryWith, fail, said } = await somebody()
    await fail(5, 0)
    expect(await tryWith(PASSWORD, 0.9)).toEqual({ ok: false, code: 'wrong' })
    expect(await tryWith(PASSWORD, 1.1)).toMatchObject({ ok: true })
    expect((await said()).slice(-3)).toEqual([
      'Locked the account for 1 minute after 5 failures in a row',
      'Tried to sign in from 203.0.113.1 while the account was locked',
      'Signed in from 203.0.113.1',
    ])
  })

  test('is forgotten after a right password', async () => {
    const { tryWith, fail } = await somebody()
    await fail(4, 0, place(2))
    expect(await tryWith(PASSWORD, 1, place(3))).toMatchObject({ ok: true })
    await fail(4, 20, place(2))
    expect(await tryWith(PASSWORD, 21, place(4))).toMatchObject({ ok: true })
  })

  test('never reaches beyond 15 minutes, however long an outsider goes on', async () => {
    const { actor, tryWith, fail } = await somebody()
    for (let quarter = 0; quarter < 12; quarter += 1) await fail(9, quarter * 16, place(100 + quarter))
    const { rows } = await database.owner.query<{ lockedUntil: Date }>(
      'SELECT "lockedUntil" FROM "Account" WHERE "personId" = $1',
      [actor.personId],
    )
    const last = 11 * 16
    expect(rows[0]?.lockedUntil.getTime()).toBeLessThanOrEqual(minutesAfterNoon(last + 15.1).getTime())
    expect(await tryWith(PASSWORD, last + 16.2, place(99))).toMatchObject({ ok: true })
  })

  test('does not keep the person out where they have signed in before', async () => {
    const { tryWith, fail } = await somebody()
    expect(await tryWith(PASSWORD, 0, place(7))).toMatchObject({ ok: true })
    await fail(12, 10, place(66))
    expect(await tryWith(PASSWORD, 11, place(8))).toMatchObject({ ok: false })
    expect(await tryWith(PASSWORD, 11, place(7))).toMatchObject({ ok: true })
  })

  test('does not let somebody guess on from a known place', async () => {
    const { tryWith, fail } = await somebody()
    await tryWith(PASSWORD, 0, place(7))
    await fail(10, 10, place(7))
    expect(await tryWith(PASSWORD, 11, place(7))).toEqual({ ok: false, code: 'wait' })
    expect(await tryWith(PASSWORD, 26, place(7))).toMatchObject({ ok: true })
  })

  test('does not take an unknown address for a known one', async () => {
    const { tryWith, fail } = await somebody()
    const nowhere = { address: 'unknown', userAgent: '' }
    expect(await tryWith(PASSWORD, 0, nowhere)).toMatchObject({ ok: true })
    await fail(5, 10, nowhere)
    expect(await tryWith(PASSWORD, 10.5, nowhere)).toEqual({ ok: false, code: 'wrong' })
  })
})

describe('rate limits', () => {
  test('stop guessing at one e-mail from ever new addresses', async () => {
    const { tryWith, fail } = await somebody()
    for (let i = 0; i < 10; i += 1) await fail(1, i / 10, place(150 + i))
    expect(await tryWith('wrong again', 2, place(170))).toEqual({ ok: false, code: 'wait' })
  })

  test('hold for an unknown e-mail as for a known one', async () => {
    const attempts = []
    for (let i = 0; i < 11; i += 1)
      attempts.push(
        await signIn({ email: 'nobody.else@example.org', password: 'x' }, place(180 + i), NOON, 0),
      )
    expect(attempts.at(9)).toEqual({ ok: false, code: 'wrong' })
    expect(attempts.at(10)).toEqual({ ok: false, code: 'wait' })
  })

  test('stop one address from trying many e-mails, and nobody else with it', async () => {
    const { email } = await somebody()
    const spray = (i: number) =>
      signIn({ email: `person${i}@example.org`, password: 'x' }, place(200), NOON, 0)
    await Promise.all(Array.from({ length: 60 }, (_, i) => spray(i)))
    expect(await spray(61)).toEqual({ ok: false, code: 'wait' })
    expect(await signIn({ email, password: PASSWORD }, place(201), NOON, 0)).toMatchObject({ ok: true })
  })

  test('do not lump together everybody whose address is unknown', async () => {
    const { email } = await somebody()
    const nowhere = { address: 'unknown', userAgent: '' }
    const spray = (i: number) => signIn({ email: `nowhere${i}@example.org`, password: 'x' }, nowhere, NOON, 0)
    await Promise.all(Array.from({ length: 70 }, (_, i) => spray(i)))
    expect(await signIn({ email, password: PASSWORD }, nowhere, NOON, 0)).toMatchObject({ ok: true })
  })

  test('count only failures: signing in often is fine', async () => {
    const { tryWith } = await somebody()
    for (let i = 0; i < 15; i += 1)
      expect(await tryWith(PASSWORD, i / 10, place(9))).toMatchObject({ ok: true })
  })
})

test('a session ends by idleness and by age', async () => {
  const { tryWith } = await somebody()
  const outcome = await tryWith(PASSWORD, 0)
  if (!outcome.ok) throw new Error(outcome.code)
  expect(await findSession(outcome.token, minutesAfterNoon(14))).not.toBeNull()
  expect(await findSession(outcome.token, minutesAfterNoon(28))).not.toBeNull()
  expect(await findSession(outcome.token, minutesAfterNoon(44))).toBeNull()
  for (let minutes = 28; minutes < 12 * 60; minutes += 14)
    await findSession(outcome.token, minutesAfterNoon(minutes))
  expect(await findSession(outcome.token, minutesAfterNoon(12 * 60 - 1))).not.toBeNull()
  expect(await findSession(outcome.token, minutesAfterNoon(12 * 60 + 1))).toBeNull()
})
