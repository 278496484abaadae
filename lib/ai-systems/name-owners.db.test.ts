import { describe, expect, it } from 'vitest'
import { parseListState } from '#lib/kernel/table'
import { sentences } from '#lib/testing/accounts'
import { detail, facts } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { createSystem } from './commands.ts'
import { countLacking, named, nameOwners } from './name-owners.ts'
import { systemTable } from './table.ts'

const database = useTestDatabase()

async function setUp() {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const nurse = await practice.actor('staff')
  const add = async (change: Partial<typeof facts>) =>
    valueOf(await createSystem(officer, { ...facts, ...change })).id
  return { practice, officer, nurse, add }
}

describe('who answers for a system that has nobody', () => {
  it.each([
    [
      { ownerId: null, backupId: null },
      { ownerId: 'a', backupId: 'b' },
      { ownerId: 'a', backupId: 'b' },
    ],
    [
      { ownerId: 'c', backupId: null },
      { ownerId: 'a', backupId: 'b' },
      { ownerId: 'c', backupId: 'b' },
    ],
    [
      { ownerId: null, backupId: 'a' },
      { ownerId: 'a', backupId: 'b' },
      { ownerId: null, backupId: 'a' },
    ],
    [
      { ownerId: 'b', backupId: null },
      { ownerId: 'a', backupId: 'b' },
      { ownerId: 'b', backupId: null },
    ],
    [
      { ownerId: null, backupId: null },
      { ownerId: null, backupId: 'b' },
      { ownerId: null, backupId: 'b' },
    ],
  ])('is somebody new, but nobody is replaced and nobody is both: %o, named %o', (before, chosen, after) => {
    expect(named(before, chosen)).toEqual(after)
  })

  it('is named for all that the list shows at once, each with its history, its version and its duties', async () => {
    const { practice, officer, nurse, add } = await setUp()
    const scribe = await add({ name: 'Scribe' })
    const owned = await add({ name: 'Scribe of somebody', ownerId: officer.personId })
    const bot = await add({ name: 'Phone bot' })
    const state = parseListState(systemTable, { q: 'scribe' })
    expect(await countLacking(officer, state)).toEqual({ owner: 1, backup: 2 })
    const input = { list: '?q=scribe', ownerId: nurse.personId, backupId: officer.personId }
    expect(valueOf(await nameOwners(officer, input)).says).toBe(
      `${nurse.name} is the owner of 1 AI system now and ${officer.name} is the backup of 1 AI system now.`,
    )
    expect(await detail(officer, scribe)).toMatchObject({
      ownerId: nurse.personId,
      backupId: officer.personId,
      version: 2,
      history: [{ sentence: `Named ${nurse.name} as the owner and ${officer.name} as the backup` }, {}],
    })
    expect(await detail(officer, owned)).toMatchObject({
      ownerId: officer.personId,
      backupId: null,
      version: 1,
    })
    expect(await detail(officer, bot)).toMatchObject({ ownerId: null, version: 1 })
    const { rows } = await database.owner.query(
      `SELECT DISTINCT "recordId" FROM "Obligation" WHERE "practiceId" = $1 AND state = 'open' AND "ownerId" = $2`,
      [practice.id, nurse.personId],
    )
    expect(rows).toEqual([{ recordId: scribe }])
    expect(await nameOwners(officer, input)).toMatchObject({ ok: false, code: 'conflict' })
    expect(await sentences(database.owner, practice.id)).toHaveLength(4)
  })

  it('is named by a site lead only for the systems of their sites, and is somebody who works here', async () => {
    const { practice, officer, nurse, add } = await setUp()
    const lead = await practice.actor('site-lead', [practice.siteA])
    const here = await add({ name: 'Here', siteIds: [practice.siteA] })
    const both = await add({ name: 'Both', siteIds: [practice.siteA, practice.siteB] })
    const everywhere = await add({ name: 'Everywhere' })
    const all = parseListState(systemTable, {})
    expect(await countLacking(lead, all)).toEqual({ owner: 1, backup: 1 })
    const input = { list: '', ownerId: nurse.personId, backupId: '' }
    expect(await nameOwners(await practice.actor('auditor'), input)).toMatchObject({ code: 'forbidden' })
    expect(await nameOwners(nurse, input)).toMatchObject({ code: 'forbidden' })
    valueOf(await nameOwners(lead, input))
    expect((await detail(officer, here)).ownerId).toBe(nurse.personId)
    for (const id of [both, everywhere]) expect((await detail(officer, id)).ownerId).toBeNull()

    await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-01-31' WHERE id = $1`, [
      nurse.personId,
    ])
    expect(await nameOwners(officer, input)).toMatchObject({
      code: 'invalid',
      fields: {
        ownerId: 'This person does not work here any more, or may only look on. Choose somebody else.',
      },
    })
    expect(await nameOwners(officer, { ...input, ownerId: '' })).toMatchObject({
      fields: { ownerId: 'Choose somebody.' },
    })
    expect(await nameOwners(officer, { ...input, backupId: nurse.personId })).toMatchObject({
      code: 'invalid',
    })
  })

  it('is named for a thousand in one go', async () => {
    const { practice, officer, nurse } = await setUp()
    await database.owner.query(
      `INSERT INTO "AiSystem" (id, "practiceId", ref, name, tier, "tierComputed", "proposedOn", "stageSince")
       SELECT gen_random_uuid(), $1, 'AI-' || n, 'Bot ' || n, 'low', 'low', '2026-01-01', '2026-01-01' FROM generate_series(1, 1000) n`,
      [practice.id],
    )
    const { says } = valueOf(await nameOwners(officer, { list: '', ownerId: nurse.personId, backupId: '' }))
    expect(says).toBe(`${nurse.name} is the owner of 1,000 AI systems now.`)
  })
})
