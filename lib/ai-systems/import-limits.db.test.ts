import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { systemRecord } from './record.ts'

const database = useTestDatabase()
const imports = defineImportCommands(systemRecord)
const driver = importDriver(imports, () => database.owner)

let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

const csv = (...lines: string[]) => lines.join('\r\n')

describe('who may', () => {
  it('an officer of one site brings in systems of that site only, and sees only their own uploads', async () => {
    const others = await driver.bringIn(officer, csv('Name,Sites', 'Northern,Northside', 'Everywhere,'))
    const local = await practice.actor('officer', [practice.siteA])
    const { rows } = await driver.check(
      local,
      csv(
        'Name,Sites',
        'Mine,Downtown',
        'Theirs,Northside',
        'Ours,',
        'Northern,Downtown',
        'Everywhere,Downtown',
      ),
    )
    const refused = 'Sites: you bring in AI systems of your own sites only.'
    expect(rows.map(({ action, reason }) => [action, reason])).toEqual([
      ['create', ''],
      ['error', refused],
      ['error', refused],
      // Not theirs to see, so not theirs to change: it would become another one, at their own site.
      ['create', ''],
      ['error', refused],
    ])
    for (const command of [imports.start, imports.undo, imports.discard])
      expect(await command(local, { id: others.id })).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('nobody applies what another started beyond their own sites', async () => {
    const local = await practice.actor('officer', [practice.siteA])
    const { id } = await driver.check(local, csv('Name,Sites', 'Mine,Downtown'))
    await database.owner.query(
      `UPDATE "ImportRow" SET "values" = jsonb_set("values", '{sites}', to_jsonb(ARRAY[$2::text])) WHERE "batchId" = $1`,
      [id, practice.siteB],
    )
    valueOf(await imports.start(local, { id }))
    expect(await driver.apply(local, id)).toMatchObject({ ok: false, code: 'forbidden' })
    const { rowCount } = await database.owner.query('SELECT 1 FROM "AiSystem" WHERE "practiceId" = $1', [
      practice.id,
    ])
    expect(rowCount).toBe(0)
  })
})

describe('undoing an import', () => {
  it('is possible for thirty days', async () => {
    const { id } = await driver.bringIn(officer, csv('Name', 'A'))
    await database.owner.query(
      `UPDATE "ImportBatch" SET "appliedAt" = now() - interval '31 days' WHERE id = $1`,
      [id],
    )
    expect(await imports.undo(officer, { id })).toMatchObject({
      code: 'conflict',
      message: 'An import can be undone for 30 days.',
    })
  })
})

describe('what a file may hold', () => {
  it('warns of rows whose texts look like patient data, and takes them all the same', async () => {
    const { rows } = await driver.check(
      officer,
      csv(
        'Name,Purpose,Notes',
        'A,Calls (312) 555-0142 for refills,',
        'B,Reads notes,MRN 00123456 and DOB 1/2/1970',
      ),
    )
    expect(rows.map(({ action, reason }) => [action, reason])).toEqual([
      ['create', 'Purpose looks as if it held a phone number: patient data does not belong here.'],
      [
        'create',
        'Notes looks as if it held a medical record or member number and a date of birth: patient data does not belong here.',
      ],
    ])
  })
})

it('a row says everything that is wrong with it at once', async () => {
  const file = 'Name,Owner,Proposed on,Last reviewed on\r\nH,Nobody Here,1/1/2099,soon'
  const { rows } = await driver.check(officer, file)
  expect(rows.map(({ reason }) => reason)).toEqual([
    'Owner: Nobody called “Nobody Here” is in the directory. Last reviewed on: “soon” is not a date such as 11/22/2026. Proposed on: this day has not come yet.',
  ])
})
