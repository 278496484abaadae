import { describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { giveAccount } from '#lib/testing/accounts'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { getPerson } from './detail-queries.ts'
import { assignRole, withdrawRole } from './roles-commands.ts'

const database = useTestDatabase()

const give = (by: Actor, personId: string, role: string, more: object = {}) =>
  assignRole(by, { personId, role, where: 'everywhere', siteIds: [], until: '', ...more })

async function rolesOf(by: Actor, personId: string) {
  return (await getPerson(by, personId))?.roles.map(({ role, sites, until }) => [
    role,
    sites === 'all' ? 'all' : sites.map(({ name }) => name).join(),
    until,
  ])
}

describe('roles', () => {
  it('are given, changed and withdrawn, each with its sentence and a new version of the person', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const { personId } = await practice.actor(null)
    valueOf(await give(officer, personId, 'site-lead', { where: 'sites', siteIds: [practice.siteA] }))
    valueOf(await give(officer, personId, 'auditor', { until: '2199-12-31' }))
    valueOf(
      await give(officer, personId, 'site-lead', {
        where: 'sites',
        siteIds: [practice.siteA, practice.siteB],
      }),
    )
    expect(await rolesOf(officer, personId)).toEqual([
      ['site-lead', 'Downtown,Northside', null],
      ['auditor', 'all', '2199-12-31'],
    ])
    valueOf(await withdrawRole(officer, { personId, role: 'site-lead' }))
    const person = await getPerson(officer, personId)
    expect(person?.version).toBe(5)
    expect(person?.history.map(({ sentence }) => sentence)).toEqual([
      'Withdrew the role Site lead',
      'Changed the role Site lead: at Downtown and Northside',
      'Gave them the role Auditor: everywhere until Dec 31, 2199',
      'Gave them the role Site lead: at Downtown',
    ])
    expect(await withdrawRole(officer, { personId, role: 'site-lead' })).toMatchObject({ code: 'conflict' })
  })

  it('of other sites stay as they are when somebody answers for some sites only', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const officerAtA = await practice.actor('officer', [practice.siteA])
    const { personId } = await practice.actor('staff', [practice.siteA, practice.siteB])
    expect(await give(officerAtA, personId, 'staff')).toMatchObject({
      fields: { where: expect.any(String) as unknown },
    })
    valueOf(
      await give(officerAtA, personId, 'staff', {
        where: 'sites',
        siteIds: [practice.siteA],
        until: '2199-01-01',
      }),
    )
    expect(await rolesOf(officer, personId)).toEqual([
      ['staff', 'Northside', null],
      ['staff', 'Downtown', '2199-01-01'],
    ])
    valueOf(await withdrawRole(officerAtA, { personId, role: 'staff' }))
    expect(await rolesOf(officer, personId)).toEqual([['staff', 'Northside', null]])
    expect(await withdrawRole(officerAtA, { personId, role: 'staff' })).toMatchObject({ code: 'forbidden' })
  })

  it('are refused for another practice’s people and sites, and for those who left', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const other = await createPractice(database.owner)
    const stranger = await other.actor('staff')
    const leaver = await practice.actor('staff')
    expect(await give(officer, stranger.personId, 'officer')).toMatchObject({ code: 'not-found' })
    expect(await withdrawRole(officer, { personId: stranger.personId, role: 'staff' })).toMatchObject({
      code: 'not-found',
    })
    expect(
      await give(officer, leaver.personId, 'staff', { where: 'sites', siteIds: [other.siteA] }),
    ).toMatchObject({ code: 'invalid', fields: { siteIds: 'Choose from the list.' } })
    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-01-31' WHERE id = $1`, [
      leaver.personId,
    ])
    expect(await give(officer, leaver.personId, 'owner')).toMatchObject({ code: 'conflict' })
    for (const role of ['staff', 'site-lead', 'it', 'auditor'] as const)
      expect(await give(await practice.actor(role), officer.personId, 'staff')).toMatchObject({
        code: 'forbidden',
      })
  })
})

describe('the last officer who can sign in', () => {
  it('keeps the role: it is neither withdrawn, nor limited to sites, nor given an end', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const owner = await practice.actor('owner')
    // Neither counts: one cannot sign in, the other is an officer at one site only.
    await practice.actor('officer')
    await giveAccount(database.owner, await practice.actor('officer', [practice.siteA]))
    await giveAccount(database.owner, officer)
    const refusal = {
      code: 'conflict',
      message: expect.stringContaining('without a compliance officer who can sign in') as unknown,
    }
    expect(await withdrawRole(owner, { personId: officer.personId, role: 'officer' })).toMatchObject(refusal)
    expect(await withdrawRole(officer, { personId: officer.personId, role: 'officer' })).toMatchObject(
      refusal,
    )
    expect(await give(owner, officer.personId, 'officer', { until: '2199-01-01' })).toMatchObject(refusal)
    expect(
      await give(owner, officer.personId, 'officer', { where: 'sites', siteIds: [practice.siteA] }),
    ).toMatchObject(refusal)
    expect(await rolesOf(owner, officer.personId)).toEqual([['officer', 'all', null]])

    await giveAccount(database.owner, owner)
    valueOf(await give(officer, owner.personId, 'officer'))
    valueOf(await withdrawRole(owner, { personId: officer.personId, role: 'officer' }))
  })

  it('stays when two officers take the role from each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const practice = await createPractice(database.owner)
      const [one, two] = [await practice.actor('officer'), await practice.actor('officer')]
      await giveAccount(database.owner, one)
      await giveAccount(database.owner, two)
      const results = await Promise.all([
        withdrawRole(one, { personId: two.personId, role: 'officer' }),
        withdrawRole(two, { personId: one.personId, role: 'officer' }),
      ])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      expect(results.find((result) => !result.ok)).toMatchObject({ code: 'conflict' })
    }
  })
})
