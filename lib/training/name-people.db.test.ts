import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { campaignFacts, publishCourse } from '#lib/testing/training'
import { createCampaign } from './commands.ts'

const database = useTestDatabase()
let practice: TestPractice
let officer: Actor
let nurse: Actor
let clerk: Actor
let courseId: string

/** Whom the campaign asks something of. */
async function assigned(campaignId: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ id: string }>(
    `SELECT "personId" AS id FROM "Assignment" WHERE "campaignId" = $1 AND "closedOn" IS NULL`,
    [campaignId],
  )
  return rows.map(({ id }) => id).toSorted()
}
const make = (change: object) => createCampaign(officer, campaignFacts(officer, courseId, change))

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  nurse = await practice.actor('staff', [practice.siteA])
  clerk = await practice.actor('staff', [practice.siteB])
  ;({ courseId } = await publishCourse(database.owner, officer))
})

describe('people named in the form of a new campaign', () => {
  it('are in it, or left out of it, whatever their site, from its first day on', async () => {
    const named = { takeIn: [clerk.personId], leaveOut: [nurse.personId], nameReason: 'Helps out on Fridays' }
    const { id } = valueOf(await make({ siteIds: [practice.siteA], ...named }))
    // The officer works at that site as well.
    expect(await assigned(id)).toEqual([clerk.personId, officer.personId].toSorted())
    const { rows } = await database.owner.query(
      `SELECT "personId", "isIn", reason FROM "CampaignPerson" WHERE "campaignId" = $1 ORDER BY "isIn"`,
      [id],
    )
    expect(rows).toEqual([
      { personId: nurse.personId, isIn: false, reason: named.nameReason },
      { personId: clerk.personId, isIn: true, reason: named.nameReason },
    ])
  })

  it('stand in the history of the campaign by reference, and with the person by name and reason', async () => {
    const { id } = valueOf(await make({ takeIn: [clerk.personId], nameReason: 'Helps out on Fridays' }))
    const { rows } = await database.owner.query<{ on: string; sentence: string; reason: string | null }>(
      `SELECT "recordId" AS on, sentence, reason FROM "AuditEvent" WHERE "recordId" = ANY ($1) AND sentence LIKE 'Took %' ORDER BY reason NULLS FIRST`,
      [[id, clerk.personId]],
    )
    expect(rows).toMatchObject([
      { on: id, sentence: expect.not.stringContaining(clerk.name) as string, reason: null },
      { on: clerk.personId, reason: 'Helps out on Fridays' },
    ])
  })

  it('need a reason, work here, and are not on both lists; nothing is made otherwise', async () => {
    const other = await (await createPractice(database.owner)).actor('staff')
    const why = { nameReason: 'Helps out on Fridays' }
    expect(await make({ takeIn: [clerk.personId] })).toMatchObject({
      fields: { nameReason: 'Say why, in a few words.' },
    })
    expect(await make({ takeIn: [other.personId], ...why })).toMatchObject({
      fields: { takeIn: 'Choose people of the list who work here.' },
    })
    expect(await make({ takeIn: [clerk.personId], leaveOut: [clerk.personId], ...why })).toMatchObject({
      fields: { leaveOut: 'Somebody is both taken in and left out.' },
    })
    const { rows } = await database.owner.query(`SELECT id FROM "Campaign" WHERE "practiceId" = $1`, [
      practice.id,
    ])
    expect(rows).toEqual([])
  })
})
