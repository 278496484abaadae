import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { type ImportChoices, importDriver } from '#lib/testing/imports'
import {
  federalInventory,
  type Inventory,
  quirkyInventory,
  withoutFederalInventory,
} from '#lib/testing/inventories'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { defineImportViews } from '#lib/transfer/views'
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

async function register<Column extends string>(...columns: Column[]): Promise<Record<Column, unknown>[]> {
  const { rows } = await database.owner.query<Record<Column, unknown>>(
    `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "AiSystem"
     WHERE "practiceId" = $1 AND "archivedAt" IS NULL ORDER BY length(ref), ref`,
    [practice.id],
  )
  return rows
}

async function byStage(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { stage } of await register('stage')) counts[String(stage)] = (counts[String(stage)] ?? 0) + 1
  return counts
}

/** Says of inputs that have no word here that they are left out, as they would be anyhow. */
async function choicesFor({ content, fileName }: Inventory): Promise<ImportChoices> {
  const { id } = valueOf(await imports.upload(officer, { fileName, content: Uint8Array.from(content) }))
  const { rows } = await database.owner.query<{ column: number }>(
    `SELECT ("mapping" -> 'columns' ->> 'protectedInputs')::int AS column FROM "ImportBatch" WHERE id = $1`,
    [id],
  )
  return { fileName, words: { protectedInputs: { column: rows[0]?.column ?? -1, rest: '' } } }
}

/** Brings it in, sees that it is whole, that it changes nothing when it comes again, and takes it back. */
async function bringInTwiceAndUndo(inventory: Inventory): Promise<void> {
  const total = Object.values(inventory.stages).reduce((sum, count) => sum + count, 0)
  const choices = await choicesFor(inventory)
  const { id, rows } = await driver.bringIn(officer, inventory.content, choices)
  expect(rows.filter(({ action }) => action !== 'create')).toEqual([])
  expect(await byStage()).toEqual(inventory.stages)
  const names = (await register('name')).map(({ name }) => String(name))
  for (const twin of inventory.twins) expect(names.filter((name) => name === twin)).toHaveLength(2)

  const again = await driver.check(officer, inventory.content, choices)
  expect(again.rows.filter(({ action }) => action !== 'skip')).toEqual([])
  expect(again.rows).toHaveLength(total)

  valueOf(await imports.undo(officer, { id }))
}

describe('an inventory with the quirks of the federal one', () => {
  it('comes in whole, changes nothing when it comes again, and leaves when it is undone', async () => {
    await bringInTwiceAndUndo(quirkyInventory())
    expect(await byStage()).toEqual({})
  })

  it('is understood cell by cell', async () => {
    const inventory = quirkyInventory()
    await driver.bringIn(officer, inventory.content, await choicesFor(inventory))
    const rows = await register('name', 'purpose', 'category', 'proposedOn', 'approvedOn', 'protectedInputs')
    const days = (value: unknown) => (value instanceof Date ? value.toLocaleDateString('en-CA') : value)
    const plain = rows.map((row) => ({
      ...row,
      proposedOn: days(row.proposedOn),
      approvedOn: days(row.approvedOn),
    }))
    expect(plain.slice(0, 4)).toMatchObject([
      {
        name: 'Front desk calls',
        purpose: 'Answers calls.\nHands over to a person.',
        category: 'other',
        proposedOn: '2023-06-01',
        approvedOn: '2024-01-15',
        protectedInputs: ['race', 'national-origin', 'age'],
      },
      { name: 'Chatbot', category: 'back-office', proposedOn: '2024-10-01', approvedOn: null },
      {
        name: 'Chatbot',
        purpose: 'The other one, for "patients"',
        category: 'back-office',
        approvedOn: '2024-02-01',
        protectedInputs: ['sex'],
      },
      { name: 'Heart sounds', protectedInputs: ['race', 'national-origin', 'sex', 'age'] },
    ])
    expect(rows[6]).toMatchObject({ name: 'Schools — FAQ', purpose: 'café', protectedInputs: ['disability'] })
  })

  it('leaves words out that it cannot know, keeps their rows out when told to, and remembers that', async () => {
    const { content, fileName } = quirkyInventory()
    const { rows, id } = await driver.check(officer, content, { fileName })
    expect(rows.filter(({ action }) => action === 'error')).toEqual([])
    const lists = (await defineImportViews(systemRecord).words(officer, id))?.lists ?? []
    const list = lists.find(({ field }) => field === 'protectedInputs')
    const place = list?.words.findIndex(({ text }) => text === 'Income') ?? -1
    const words = { protectedInputs: { column: list?.column ?? -1, choices: { [place]: '?' } } }
    await driver.check(officer, content, { fileName, words })
    const remembered = await driver.check(officer, content, { fileName })
    const errors = remembered.rows.filter(({ action }) => action === 'error')
    expect(errors.map(({ line, reason }) => [line, reason.split(' is not one of ')[0]])).toEqual([
      [8, 'Protected inputs: “Income”'],
    ])
  })
})

describe('the federal inventory of 2024', () => {
  const inventory = federalInventory()
  it.skipIf(inventory === null)(
    `comes in whole, changes nothing when it comes again, and leaves when it is undone${withoutFederalInventory}`,
    async () => {
      if (inventory) await bringInTwiceAndUndo(inventory)
      expect(await byStage()).toEqual({})
    },
    60_000,
  )
})
