import { describe, expect, it } from 'vitest'
import { followLink } from '#lib/people/link-use'
import { signIn } from '#lib/people/sign-in'
import { findSession } from '#lib/platform/session'
import { demandSecondFactor, giveAccount, PASSWORD, place, sentences } from '#lib/testing/accounts'
import { createPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { letIn } from './let-in.ts'

const database = useTestDatabase()

describe('letting somebody in on the machine', () => {
  it('ends what was there, takes the second factor away, and gives one link with which to begin again', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const email = await giveAccount(database.owner, officer)
    await demandSecondFactor(database.owner, practice.id, 'officer')
    const before = await signIn({ email, password: PASSWORD }, place(1), new Date(), 0)
    if (!before.ok) throw new Error(before.code)
    await database.owner.query(
      `UPDATE "Account" SET "totpSecret" = 'lost', "totpConfirmedAt" = now(), "lockedUntil" = now() + interval '1 hour' WHERE email = $1`,
      [email],
    )

    const { path, name } = await letIn(database.ownerUrl, ` ${email.toUpperCase()} `)
    expect(name).toBe(officer.name)
    expect(await findSession(before.token, new Date())).toBeNull()
    expect((await sentences(database.owner, practice.id)).at(-1)).toContain('by a command on the machine')

    const token = path.replace('/link/', '')
    const words = { password: 'another orbit mango', again: 'another orbit mango' }
    expect(await followLink(token, words, place(2), new Date())).toMatchObject({ ok: true, stage: 'enrol' })
    expect(await followLink(token, words, place(2), new Date())).toEqual({ ok: false, code: 'gone' })
  })

  it('voids an earlier link, and knows only people who work here and sign in', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const email = await giveAccount(database.owner, officer)
    const first = await letIn(database.ownerUrl, email)
    await letIn(database.ownerUrl, email)
    const words = { password: 'another orbit mango', again: 'another orbit mango' }
    expect(await followLink(first.path.replace('/link/', ''), words, place(3), new Date())).toMatchObject({
      code: 'gone',
    })
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = now() WHERE id = $1`, [
      officer.personId,
    ])
    await expect(letIn(database.ownerUrl, email)).rejects.toThrow('Nobody who works here signs in with')
    await expect(letIn(database.ownerUrl, 'nobody@example.org')).rejects.toThrow('nobody@example.org')
  })
})
