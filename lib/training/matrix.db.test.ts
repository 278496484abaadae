import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign, signAs, type TrainingPractice } from '#lib/testing/training'
import { trainingNow } from './completion.ts'
import { everyDone } from './done-export.ts'
import { parseMatrixQuery } from './matrix-filter.ts'
import { matrixPage } from './matrix-queries.ts'
import { peopleSentence } from './open-now.ts'
import { quarterOf } from './quarter.ts'

const database = useTestDatabase()
let made: TrainingPractice
const today = () => todayFor(made.officer)
const query = (params: Record<string, string> = {}) => parseMatrixQuery(params, today())
const names = async (params: Record<string, string> = {}, actor = made.officer) =>
  (await matrixPage(actor, query(params))).rows.map(({ name }) => name)

beforeAll(async () => {
  made = await practiceWithCampaign(database.owner)
})

describe('the matrix of people and quarters', () => {
  it('has everybody who works here in a row, with this quarter first', async () => {
    const page = await matrixPage(made.officer, query())
    expect(page.total).toBe(2)
    expect(page.quarters[0]).toBe(quarterOf(today()))
    const row = page.rows.find(({ personId }) => personId === made.nurse.personId)
    expect(row?.cells[0]).toMatchObject({ worst: 'open', parts: [{ assignmentId: made.assignmentId }] })
    expect(row).toMatchObject({ late: 0, of: 1 })
  })

  it('finds those who are late, and puts them first', async () => {
    await database.owner.query(`UPDATE "Assignment" SET "dueOn" = $2, "assignedOn" = $2 WHERE id = $1`, [
      made.assignmentId,
      addDays(today(), -3),
    ])
    expect(await names({ state: 'late' })).toEqual([made.nurse.name])
    expect((await names({ sort: 'late' }))[0]).toBe(made.nurse.name)
    const { now, people, quarters } = await trainingNow(made.officer)
    expect(now).toEqual({ assigned: 2, inTime: 0, late: 0, missed: 1, open: 1 })
    expect(peopleSentence(people)).toBe('0 of 2 people have signed all that is open; 1 is late')
    expect(quarters).toEqual([{ quarter: quarterOf(today()), counts: now }])
    expect(await names({ quarter: today(), outcome: 'missed' })).toEqual([made.nurse.name])
    expect(await names({ quarter: today(), outcome: 'open' })).toEqual([made.officer.name])
  })

  it('counts who signed late as late for good', async () => {
    await signAs(made.nurse, made.assignmentId, made.versionId)
    expect(await names({ state: 'late' })).toEqual([])
    expect(await names({ state: 'ever-late' })).toEqual([made.nurse.name])
    const [row] = (await matrixPage(made.officer, query({ state: 'ever-late' }))).rows
    expect(row).toMatchObject({ late: 1, of: 1 })
    expect(row?.cells[0]?.worst).toBe('signed-late')
    expect((await trainingNow(made.officer)).now).toMatchObject({ late: 1, missed: 0 })
  })

  it('shows the lead of a site only the people and the numbers of that site', async () => {
    const [lead, other] = [
      await made.practice.actor('site-lead', [made.practice.siteA]),
      await made.practice.actor('site-lead', [made.practice.siteB]),
    ]
    expect(await names({}, lead)).toContain(made.nurse.name)
    expect(await names({}, other)).toEqual([other.name])
    expect((await trainingNow(other)).now.assigned).toBe(0)
    const rows: string[] = []
    for await (const { personName } of everyDone(other)) rows.push(personName)
    expect(rows).toEqual([])
  })

  it('gives out one row for each assignment with the hash of its signature', async () => {
    const rows = []
    for await (const row of everyDone(made.officer)) rows.push(row)
    const { rows: kept } = await database.owner.query<{ sha256: string }>(
      `SELECT sha256 FROM "Attestation" WHERE "assignmentId" = $1`,
      [made.assignmentId],
    )
    expect(rows.find(({ id }) => id === made.assignmentId)).toMatchObject({
      ...{ personName: made.nurse.name, version: 1, state: 'signed-late', method: 'own-device' },
      sha256: kept[0]?.sha256,
    })
    expect(rows).toHaveLength(2)
  })
})
