import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#lib/kernel/access'
import { atTime } from '#lib/platform/clock'
import { findSession } from '#lib/platform/session'
import {
  demandSecondFactor,
  giveAccount,
  minutesAfterNoon,
  NOON,
  PASSWORD,
  place,
  sentences,
} from '#lib/testing/accounts'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { hasAllRightsOf, resetSecondFactor } from './account-help.ts'
import { followLink } from './link-use.ts'
import { createInvitation, createResetLink, openLink, revokeLink, usableLink } from './links.ts'
import { signIn } from './sign-in.ts'

const database = useTestDatabase()
const someWords: unknown = expect.any(String)
const fresh = { password: 'kestrel tundra 42', again: 'kestrel tundra 42' }
const tokenOf = (path: string) => path.replace('/link/', '')
const atNoon = <T>(work: () => T) => atTime(NOON, work)

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const staff = await practice.actor('staff')
  const invite = async () =>
    valueOf(await atNoon(() => createInvitation(officer, { personId: staff.personId })))
  const reset = async () =>
    valueOf(await atNoon(() => createResetLink(officer, { personId: staff.personId })))
  return { practice, officer, staff, invite, reset, said: () => sentences(database.owner, practice.id) }
}

describe('an invitation', () => {
  test('lets its person choose a password and signs them in, once', async () => {
    const { officer, staff, invite, said } = await setUp()
    const link = await invite()
    const token = tokenOf(link.path)
    expect(link.expiresAt).toEqual(minutesAfterNoon(7 * 24 * 60))
    expect(await usableLink(token, NOON)).toMatchObject({
      name: staff.name,
      email: staff.email,
      purpose: 'invitation',
    })
    expect(await usableLink(token, NOON)).not.toBeNull()
    const outcome = await followLink(token, fresh, place(1), minutesAfterNoon(5))
    if (!outcome.ok) throw new Error(outcome.code)
    expect(await findSession(outcome.token, minutesAfterNoon(5))).toMatchObject({
      personId: staff.personId,
      stage: 'full',
    })
    expect(await followLink(token, fresh, place(1), minutesAfterNoon(6))).toEqual({ ok: false, code: 'gone' })
    expect(await usableLink(token, minutesAfterNoon(6))).toBeNull()
    expect(await openLink(officer, staff.personId, minutesAfterNoon(6))).toBeNull()
    expect(
      await signIn({ email: staff.email, password: fresh.password }, place(1), minutesAfterNoon(7), 0),
    ).toMatchObject({ ok: true })
    expect((await said()).slice(0, 3)).toEqual([
      `Made an invitation link for ${staff.email}`,
      'Accepted the invitation and chose a password from 203.0.113.1',
      'Signed in from 203.0.113.1',
    ])
  })

  test('keeps only the hash of its token', async () => {
    const token = tokenOf((await (await setUp()).invite()).path)
    for (const table of ['OneTimeLink', 'AuditEvent', 'RowChange']) {
      const { rows } = await database.owner.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`)
      expect(JSON.stringify(rows)).not.toContain(token)
    }
  })

  test('used twice at the same moment works once', async () => {
    const token = tokenOf((await (await setUp()).invite()).path)
    const outcomes = await Promise.all([1, 2, 3].map(() => followLink(token, fresh, place(1), NOON)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('is void after seven days, when withdrawn, when a newer one was made, and when its person has left', async () => {
    const { practice, officer, staff, invite } = await setUp()
    const first = await invite()
    expect(await usableLink(tokenOf(first.path), minutesAfterNoon(7 * 24 * 60 + 1))).toBeNull()
    const second = await invite()
    expect(await usableLink(tokenOf(first.path), NOON)).toBeNull()
    valueOf(await atNoon(() => revokeLink(officer, { linkId: second.linkId })))
    expect(await followLink(tokenOf(second.path), fresh, place(1), NOON)).toEqual({ ok: false, code: 'gone' })
    const third = await invite()
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-03-01' WHERE id = $1`, [
      staff.personId,
    ])
    expect(await usableLink(tokenOf(third.path), NOON)).toBeNull()
    expect(await sentences(database.owner, practice.id)).toContain('Withdrew an invitation link')
  })

  test('refuses a weak or mistyped password without being used up', async () => {
    const { staff, invite } = await setUp()
    const token = tokenOf((await invite()).path)
    expect(
      await followLink(token, { password: staff.email, again: staff.email }, place(1), NOON),
    ).toMatchObject({ code: 'invalid', fields: { password: someWords } })
    expect(await followLink(token, { password: staff.email, again: 'other' }, place(1), NOON)).toMatchObject({
      fields: { password: someWords, again: someWords },
    })
    expect(await followLink(token, { ...fresh, again: 'other' }, place(1), NOON)).toMatchObject({
      code: 'invalid',
      fields: { again: someWords },
    })
    expect(await followLink(token, fresh, place(1), NOON)).toMatchObject({ ok: true })
  })

  test('says so when the e-mail signs in at another practice already', async () => {
    const { staff, invite } = await setUp()
    const elsewhere = await createPractice(database.owner)
    const other = await elsewhere.actor('staff')
    await giveAccount(database.owner, { ...other, email: staff.email })
    const token = tokenOf((await invite()).path)
    expect(await followLink(token, fresh, place(1), NOON)).toEqual({ ok: false, code: 'taken' })
    expect(await usableLink(token, NOON)).not.toBeNull()
  })

  test('is not made for somebody who can sign in, or has no e-mail', async () => {
    const { officer, practice, staff } = await setUp()
    const plain = await practice.actor('staff')
    await database.owner.query('UPDATE "Person" SET email = NULL WHERE id = $1', [plain.personId])
    await giveAccount(database.owner, staff)
    for (const { personId } of [plain, staff])
      expect(await createInvitation(officer, { personId })).toMatchObject({ ok: false, code: 'conflict' })
  })

  test.each(['', 'x', 'x'.repeat(43), '../../etc', `${'x'.repeat(42)}\u0000`])(
    'with the token %j is nothing',
    async (token) => {
      expect(await usableLink(token, NOON)).toBeNull()
    },
  )
})

describe('a link to choose a new password', () => {
  test('ends every session, lifts the lock-out, and still asks for the second factor', async () => {
    const { staff, reset, said } = await setUp()
    const email = await giveAccount(database.owner, staff)
    const before = await signIn({ email, password: PASSWORD }, place(1), NOON, 0)
    if (!before.ok) throw new Error(before.code)
    await database.owner.query(
      `UPDATE "Account" SET "totpSecret" = 'x', "totpConfirmedAt" = $2, "failedAttempts" = 9, "lockedUntil" = $3 WHERE "personId" = $1`,
      [staff.personId, NOON, minutesAfterNoon(60)],
    )
    const link = await reset()
    expect(link.expiresAt).toEqual(minutesAfterNoon(24 * 60))
    const outcome = await followLink(tokenOf(link.path), fresh, place(50), minutesAfterNoon(1))
    expect(outcome).toMatchObject({ ok: true, stage: 'second-factor' })
    expect(await findSession(before.token, minutesAfterNoon(1))).toBeNull()
    expect(await signIn({ email, password: PASSWORD }, place(51), minutesAfterNoon(2), 0)).toMatchObject({
      ok: false,
    })
    expect(
      await signIn({ email, password: fresh.password }, place(51), minutesAfterNoon(2), 0),
    ).toMatchObject({ ok: true })
    expect(await said()).toContain('Chose a new password through a link from 203.0.113.50')
  })

  test('is not made for somebody who never signed in', async () => {
    const { officer, staff } = await setUp()
    expect(await createResetLink(officer, { personId: staff.personId })).toMatchObject({
      ok: false,
      code: 'conflict',
    })
  })
})

describe('who may help whom', () => {
  const cases: [Role, 'all' | 'A', Role, 'all' | 'A' | 'B', boolean][] = [
    ['officer', 'all', 'officer', 'all', true],
    ['officer', 'all', 'owner', 'all', true],
    ['officer', 'all', 'auditor', 'all', true],
    ['officer', 'all', 'it', 'all', true],
    ['it', 'all', 'staff', 'all', true],
    ['it', 'all', 'it', 'all', true],
    ['it', 'all', 'officer', 'all', false],
    ['it', 'all', 'owner', 'all', false],
    ['it', 'all', 'auditor', 'all', false],
    ['it', 'A', 'staff', 'A', true],
    ['it', 'A', 'staff', 'all', false],
    ['it', 'A', 'staff', 'B', false],
    ['it', 'A', 'it', 'all', false],
  ]
  test.each(cases)('%s (%s) for %s (%s): %s', async (role, where, otherRole, otherWhere, allowed) => {
    const practice = await createPractice(database.owner)
    const sites = (at: 'all' | 'A' | 'B') =>
      at === 'all' ? at : [at === 'A' ? practice.siteA : practice.siteB]
    const helper = await practice.actor(role, sites(where))
    const other = await practice.actor(otherRole, sites(otherWhere))
    expect(hasAllRightsOf(helper, other.held)).toBe(allowed)
    const result = await createInvitation(helper, { personId: other.personId })
    expect(result.ok).toBe(allowed)
  })

  test('nobody but officers and IT can, and nobody for another practice', async () => {
    const { practice, officer, staff } = await setUp()
    const stranger = await (await createPractice(database.owner)).actor('officer')
    for (const role of ['owner', 'site-lead', 'staff', 'auditor'] as const)
      expect(await createInvitation(await practice.actor(role), { personId: staff.personId })).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
    expect(await createInvitation(stranger, { personId: staff.personId })).toMatchObject({
      ok: false,
      code: 'not-found',
    })
    expect(await resetSecondFactor(stranger, { personId: officer.personId })).toMatchObject({
      ok: false,
      code: 'not-found',
    })
  })

  test('nobody takes their own second factor away this way', async () => {
    const { officer } = await setUp()
    await giveAccount(database.owner, officer)
    for (const act of [resetSecondFactor, createResetLink, createInvitation])
      expect(await act(officer, { personId: officer.personId })).toMatchObject({
        ok: false,
        code: 'forbidden',
      })
  })
})

test('taking a second factor away ends sessions and voids recovery codes; a role that needs one sets it up anew', async () => {
  const { practice, officer, said } = await setUp()
  const other: Actor = await practice.actor('officer')
  const email = await giveAccount(database.owner, other)
  await demandSecondFactor(database.owner, practice.id, 'officer')
  const waiting = await signIn({ email, password: PASSWORD }, place(1), NOON, 0)
  if (!waiting.ok) throw new Error(waiting.code)
  await database.owner.query(
    `UPDATE "Account" SET "totpSecret" = 'x', "totpConfirmedAt" = $2, "totpLastStep" = 1 WHERE "personId" = $1`,
    [other.personId, NOON],
  )
  await database.owner.query(
    `INSERT INTO "RecoveryCode" (id, "practiceId", "accountId", "codeHash") SELECT gen_random_uuid(), "practiceId", id, 'h' FROM "Account" WHERE "personId" = $1`,
    [other.personId],
  )
  valueOf(
    await atNoon(() => resetSecondFactor(officer, { personId: other.personId, reason: 'Lost the phone' })),
  )
  expect(await findSession(waiting.token, NOON)).toBeNull()
  const { rows } = await database.owner.query(
    `SELECT a."totpSecret", a."totpConfirmedAt", a."totpLastStep", r."usedAt" IS NOT NULL AS void FROM "Account" a JOIN "RecoveryCode" r ON r."accountId" = a.id WHERE a."personId" = $1`,
    [other.personId],
  )
  expect(rows).toEqual([{ totpSecret: null, totpConfirmedAt: null, totpLastStep: null, void: true }])
  expect(await signIn({ email, password: PASSWORD }, place(1), minutesAfterNoon(1), 0)).toMatchObject({
    stage: 'enrol',
  })
  expect(await said()).toContain('Took the second factor away')
})
