import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { readTable } from '#lib/base/spreadsheet/read-table'
import type { Actor } from '#lib/kernel/access'
import { facts } from '#lib/testing/ai-systems'
import { awkwardText } from '#lib/testing/awkward-text'
import { addControl, insertOwnFramework } from '#lib/testing/controls'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { enterRisk, risksWith } from '#lib/testing/risks-of-all-sorts'
import { useTestDatabase } from '#lib/testing/test-database'
import { vendorFacts } from '#lib/testing/vendors'
import { tieRequirements } from './flows/tie-requirements.ts'
import { importedRegistry } from './registry.ts'
import { createVendor } from './vendors/commands.ts'

const database = useTestDatabase()

/** A practice with the same people, systems, vendors, controls and framework each time. */
const equip = async () => {
  const practice = await createPractice(database.owner)
  const [keeper, owner] = [await practice.actor('officer'), await practice.actor('owner')]
  const names: [string, string][] = [
    [keeper.personId, 'Ann | Lee'],
    [owner.personId, 'Bo “by” Li\\n'],
  ]
  for (const named of names) await database.owner.query('UPDATE "Person" SET name = $2 WHERE id = $1', named)
  const systemIds = [valueOf(await createSystem(keeper, facts)).id]
  const vendorIds = [valueOf(await createVendor(keeper, vendorFacts)).id]
  const controlIds = [await addControl(keeper), await addControl(keeper)]
  const codes = ['AC-2; b', 'GOVERN 6.1']
  const own = await insertOwnFramework(database.owner, keeper, { ref: 'FW-001', name: 'Ours', codes })
  const around = {
    ...{ systemIds, vendorIds, controlIds, siteIds: [practice.siteA, practice.siteB] },
    people: [keeper.personId, owner.personId, ''],
  }
  return { keeper, owner, around, framework: own, requirements: codes.map((code) => `${own}:${code}`) }
}
const { imports, export: exports } = importedRegistry.risk
const driver = importDriver(imports, () => database.owner)
const fileOf = async (actor: Actor) => {
  const file = valueOf(await exports.open(actor, {}, { format: 'csv', everything: true }))
  const bytes = new Uint8Array(await new Response(file.stream).arrayBuffer())
  const read = await readTable(bytes, 'risks.csv')
  if (!read.ok) throw new Error(read.message)
  const { headers, rows } = read.table
  const named = rows.map(({ cells }) =>
    Object.fromEntries(headers.map(({ name, index }) => [name, cells[index] ?? ''])),
  )
  return { bytes, headers, rows: named }
}
const acceptance = ['Accepted by', 'Accepted on', 'Accepted until', 'Why it was accepted']
const left = [...acceptance, 'Acceptance', 'Reference']
/** What an export says of each risk but for what only a person can say. An acceptance has a duty of its own. */
const plainly = (rows: Record<string, string>[], accepted: ReadonlySet<string | undefined>) =>
  rows
    .map((row) => Object.entries(accepted.has(row.Risk) ? { ...row, 'Next due': '' } : row))
    .map((row) => row.filter(([name]) => !left.includes(name)))
    // Line ends become plain ones.
    .map((row) => JSON.stringify(row).replaceAll('\\r\\n', '\\n'))
    .toSorted()

it('fills an empty one with the same risks, and accepts none', async () => {
  const [here, there] = [await equip(), await equip()]
  for (const risk of fc.sample(risksWith(here.around, awkwardText), { numRuns: 15, seed: 20_26 })) {
    const seen = await enterRisk(here.keeper, here.owner, risk)
    valueOf(await tieRequirements(here.keeper, { ...seen, ...here }))
  }
  await database.owner.query(
    `UPDATE "Risk" SET "scoredOn" = '2026-01-05', "starterKey" = 'invented-dose' WHERE "practiceId" = $1 AND "currentScore" > 0 AND treatment <> 'undecided'`,
    [here.keeper.practiceId],
  )
  const { bytes, headers, rows } = await fileOf(here.keeper)
  const accepted = rows.filter((row) => row['Accepted until'])
  expect(accepted.length).toBeGreaterThan(1)
  expect(rows.filter(({ Actions }) => Actions?.includes('| done ')).length).toBeGreaterThan(1)
  const fields = Object.entries(importedRegistry.risk.record.table.fields)
  const columnsBut = (...left: string[]) =>
    Object.fromEntries(
      fields.flatMap(([key, { label, import: comesIn }]) => {
        const index = headers.find(({ name }) => name === label)?.index
        return comesIn && index !== undefined && !left.includes(label) ? [[key, index]] : []
      }),
    )
  const refused = await driver.check(there.keeper, bytes, { columns: columnsBut('Reference') })
  expect(countsOf(refused.rows)).toEqual({ create: rows.length - accepted.length, error: accepted.length })
  for (const { reason } of refused.rows.filter(({ action }) => action === 'error'))
    expect(reason).toContain('a file cannot accept a risk')
  await driver.bringIn(there.keeper, bytes, { columns: columnsBut('Reference', ...acceptance) })
  const copied = await fileOf(there.keeper)
  expect(copied.rows.filter((row) => row['Accepted until'])).toEqual([])
  const titles = new Set(accepted.map((row) => row.Risk))
  expect(plainly(copied.rows, titles)).toEqual(plainly(rows, titles))
})
