import { describe, expect, it } from 'vitest'
import { coverAcme } from '#lib/testing/agreements'
import { flowFacts, practiceWithSystem } from '#lib/testing/ai-systems'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { duplicateSystem, proposeSystem } from './commands.ts'
import { createFlow } from './flow-commands.ts'
import { movesWaiting, newRequests } from './moves.ts'

const database = useTestDatabase()

/** Makes a system one that lacks nothing for its next step. */
async function ready(id: string, stage: string, since = '2026-02-01') {
  await database.owner.query(
    `UPDATE "AiSystem" SET stage = $2, "stageSince" = $3, "reviewedOn" = current_date, "patientData" = 'no' WHERE id = $1`,
    [id, stage, since],
  )
}

describe('what waits for a decision', () => {
  it('is what lacks nothing else, for those who decide, the longest first', async () => {
    const { practice, officer, owner, id } = await practiceWithSystem(database.owner)
    const second = valueOf(await duplicateSystem(officer, { id })).id
    expect(await movesWaiting(officer)).toEqual([])
    await ready(id, 'in-review', '2026-03-01')
    await ready(second, 'approved', '2026-02-01')
    for (const decider of [officer, owner])
      expect(await movesWaiting(decider)).toEqual([
        {
          id: second,
          label: 'AI-002 Ambient scribe (copy)',
          from: 'approved',
          to: 'in-use',
          since: '2026-02-01',
        },
        { id, label: 'AI-001 Ambient scribe', from: 'in-review', to: 'approved', since: '2026-03-01' },
      ])
    const headOfOneSite = await practice.actor('owner', [practice.siteA])
    const others = [await practice.actor('it'), await practice.actor('staff'), headOfOneSite]
    for (const actor of others) expect(await movesWaiting(actor)).toEqual([])
    await database.owner.query(
      `INSERT INTO "AiSystemSite" ("practiceId", "systemId", "siteId") VALUES ($1, $2, $3)`,
      [practice.id, id, practice.siteA],
    )
    expect((await movesWaiting(headOfOneSite)).map((move) => move.id)).toEqual([id])
    const { officer: stranger } = await practiceWithSystem(database.owner)
    expect(await movesWaiting(stranger)).toEqual([])
  })

  it.each([
    `"ownerId" = NULL`,
    `"reviewedOn" = NULL`,
    `purpose = ' '`,
    `therapy = 'unknown'`,
    `"patientData" = 'unknown'`,
    `"patientData" = 'yes'`,
    `"archivedAt" = now()`,
    `stage = 'proposed'`,
  ])('is nothing that still lacks something: %s', async (gap) => {
    const { officer, id } = await practiceWithSystem(database.owner)
    await ready(id, 'in-review')
    expect(await movesWaiting(officer)).toHaveLength(1)
    await database.owner.query(`UPDATE "AiSystem" SET ${gap} WHERE id = $1`, [id])
    expect(await movesWaiting(officer)).toEqual([])
  })

  it('is no system in which a flow or a safeguard is not settled', async () => {
    const { officer, id } = await practiceWithSystem(database.owner)
    const flow = valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
    await ready(id, 'approved')
    await database.owner.query(`UPDATE "AiSystem" SET "patientData" = 'yes' WHERE id = $1`, [id])
    expect(await movesWaiting(officer)).toEqual([])
    await coverAcme(officer)
    expect(await movesWaiting(officer)).toHaveLength(1)
    await database.owner.query(`UPDATE "PhiFlow" SET destination = '' WHERE id = $1`, [flow.id])
    expect(await movesWaiting(officer)).toEqual([])
    await database.owner.query(`UPDATE "PhiFlow" SET destination = 'Acme' WHERE id = $1`, [flow.id])
    await database.owner.query(
      `UPDATE "Safeguard" SET state = 'unknown' WHERE "systemId" = $1 AND key = 'stop'`,
      [id],
    )
    expect(await movesWaiting(officer)).toEqual([])
  })

  it('is at most five', async () => {
    const { officer, id } = await practiceWithSystem(database.owner)
    await ready(id, 'in-review')
    for (let made = 0; made < 6; made += 1)
      await ready(valueOf(await duplicateSystem(officer, { id })).id, 'in-review')
    expect(await movesWaiting(officer)).toHaveLength(5)
  })
})

describe('what colleagues asked for', () => {
  it('stands before those who decide until somebody takes it up, with who asked', async () => {
    const { practice, officer, owner } = await practiceWithSystem(database.owner)
    const nurse = await practice.actor('staff')
    const ask = async (actor: typeof nurse, name: string) =>
      valueOf(await proposeSystem(actor, { name, purpose: 'Draft letters', patientData: 'no' })).id
    const own = await ask(officer, 'My own idea')
    const first = await ask(nurse, 'Letter bot')
    for (const decider of [officer, owner])
      expect((await newRequests(decider)).requests).toContainEqual(
        expect.objectContaining({ id: first, label: 'AI-003 Letter bot', askedBy: nurse.name }),
      )
    expect((await newRequests(officer)).requests.map(({ id }) => id)).toEqual([first])
    expect((await newRequests(owner)).requests.map(({ id }) => id)).toEqual(
      expect.arrayContaining([own, first]),
    )
    expect(await newRequests(nurse)).toEqual({ requests: [], total: 0 })
    const { officer: stranger } = await practiceWithSystem(database.owner)
    expect(await newRequests(stranger)).toEqual({ requests: [], total: 0 })
    for (let asked = 0; asked < 6; asked += 1) await ask(nurse, `Bot ${asked}`)
    expect(await newRequests(officer)).toMatchObject({ requests: { length: 5 }, total: 7 })
    await database.owner.query(`UPDATE "AiSystem" SET stage = 'in-review' WHERE id = $1`, [first])
    expect((await newRequests(officer)).total).toBe(6)
  })
})
