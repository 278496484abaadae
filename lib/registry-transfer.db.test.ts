import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAgreement } from '#lib/agreements/commands'
import { saveClauses } from '#lib/agreements/decisions'
import { createSystem } from '#lib/ai-systems/commands'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { clinicalClasses } from '#lib/ai-systems/flow-schema'
import { protectedInputs } from '#lib/ai-systems/options'
import { readTable } from '#lib/base/spreadsheet/read-table'
import type { Actor } from '#lib/kernel/access'
import type { Field } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'
import { createPerson } from '#lib/people/commands'
import { agreementFacts, agreementsWith } from '#lib/testing/agreements'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { awkwardText as text } from '#lib/testing/awkward-text'
import { controlsWith, insertOwnFramework } from '#lib/testing/controls'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, valueOf } from '#lib/testing/practice'
import { enterRisk, risksWith } from '#lib/testing/risks-of-all-sorts'
import { useTestDatabase } from '#lib/testing/test-database'
import { exportFormats } from '#lib/transfer/export'
import { guessOptions } from '#lib/transfer/mapping'
import { guessColumns } from '#lib/transfer/match-columns'
import { createControl } from './controls/commands.ts'
import { testControl } from './controls/keep-commands.ts'
import { tieRequirements } from './flows/tie-requirements.ts'
import { importedRegistry } from './registry.ts'
import { createVendor } from './vendors/commands.ts'
import { criticalities } from './vendors/options.ts'

const database = useTestDatabase()
const kinds = Object.entries(importedRegistry)
const count = 60
let officer: Actor

const sample = <Value>(arbitrary: fc.Arbitrary<Value>): Value[] =>
  fc.sample(arbitrary, { numRuns: count, seed: 20_26 })
const valuesOf = (options: readonly { value: string }[]) => options.map(({ value }) => value)
const some = <Value>(values: readonly Value[]) => fc.subarray([...values])

beforeAll(async () => {
  const practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  const siteNames = ['North; South', '"The" Clinic, Main St', '[Annex]', 'Line\nbreak']
  const { rows: sites } = await database.owner.query<{ id: string }>(
    `INSERT INTO "Site" (id, "practiceId", name, state) SELECT gen_random_uuid(), $1, name, 'IL' FROM unnest($2::text[]) name RETURNING id`,
    [practice.id, siteNames],
  )
  const siteIds = [practice.siteA, practice.siteB, ...sites.map(({ id }) => id)]

  // Two people of one name, and one who will have left, own systems: their names alone do not find them.
  const namesake = await practice.actor('staff')
  const leaver = await practice.actor('staff')
  await database.owner.query(`UPDATE "Person" SET name = 'Ann Lee' WHERE id = ANY($1)`, [
    [namesake.personId, leaver.personId, officer.personId],
  ])
  const people = [officer.personId, namesake.personId, leaver.personId, '']

  const systems = fc.record({
    name: text.map((value) => `x${value}`.slice(0, 250)),
    purpose: text,
    vendorName: text.map((value) => value.slice(0, 150)),
    notes: text,
    ownerId: fc.constantFrom(...people),
    protectedInputs: some(valuesOf(protectedInputs)).map((values) => values.toReversed()),
    siteIds: some(siteIds),
    safeguards: fc.record({
      mfa: fc.record({ state: fc.constantFrom('met', 'not-applicable'), note: text }),
    }),
  })
  const made: string[] = []
  for (const system of sample(systems))
    made.push(valueOf(await createSystem(officer, { ...facts, ...system, backupId: '' })).id)
  await database.owner.query(`UPDATE "Person" SET active = false, "leftOn" = '2026-01-01' WHERE id = $1`, [
    leaver.personId,
  ])
  const flows = fc.record({
    systemId: fc.constantFrom(...made),
    purpose: text.map((value) => `for ${value}`),
    destination: text.map((value) => value.slice(0, 400)),
    identifiers: some(valuesOf(identifiers)).map((values) => values.toReversed()),
    clinicalClasses: some(valuesOf(clinicalClasses)),
    retention: text.map((value) => value.slice(0, 200)),
  })
  for (const flow of sample(flows)) valueOf(await createFlow(officer, { ...flowFacts, ...flow }))
  const vendors = fc.record({
    name: text.map((value) => `v${value}`.slice(0, 250)),
    website: fc.constantFrom('', 'www.acme.example', 'https://acme.example/=1?a;b'),
    services: text,
    notes: text,
    criticality: fc.constantFrom(...valuesOf(criticalities)),
    patientData: fc.constantFrom('yes', 'no', 'unknown'),
    ownerId: fc.constantFrom(officer.personId, namesake.personId, ''),
  })
  const vendorIds: string[] = []
  for (const vendor of sample(vendors))
    vendorIds.push(valueOf(await createVendor(officer, { ...vendor, backupId: '' })).id)
  for (const agreement of sample(agreementsWith(vendorIds, made, text))) {
    const { clauses, ...input } = agreement
    const { id } = valueOf(await createAgreement(officer, { ...agreementFacts, ...input }))
    valueOf(await saveClauses(officer, { id, version: 1, clauses }))
  }
  const odd = ['GOVERN 6.1', 'a; b', '[x', '1.1', 'AC-2(1)']
  const own = await insertOwnFramework(database.owner, officer, { ref: 'FW-001', name: 'Ours', codes: odd })
  const twin = { ref: 'FW-002', name: 'ours', codes: odd, archived: true }
  const gone = await insertOwnFramework(database.owner, officer, twin)
  const keys = [own, gone].flatMap((id) => odd.map((code) => `${id}:${code}`))
  const shipped = ['nist-ai-rmf:GOVERN 6.1', 'hipaa-security:164.308(a)(1)(ii)(A)', 'nist-ai-600-1:2.4']
  const controlIds: string[] = []
  for (const [at, control] of sample(
    controlsWith([...shipped, ...keys], [officer.personId, ''], text),
  ).entries()) {
    const { id } = valueOf(await createControl(officer, control))
    controlIds.push(id)
    const test = {
      id,
      version: 1,
      on: '2026-02-28',
      result: at % 2 ? 'works' : 'fails',
      note: 'Looked at it.',
    }
    if (at % 3 === 0) valueOf(await testControl(officer, test))
  }
  const owner = await practice.actor('owner')
  const around = { systemIds: made, vendorIds, siteIds, controlIds, people: [officer.personId, ''] }
  const requirements = odd.map((code) => `${own}:${code}`)
  for (const [at, risk] of sample(risksWith(around, text)).entries()) {
    const plain = { ...risk, actions: [], accepted: null }
    const seen = await enterRisk(officer, owner, at % 3 === 0 ? risk : plain)
    if (at % 12 === 0) valueOf(await tieRequirements(officer, { ...seen, framework: own, requirements }))
  }
  const persons = fc.record({
    name: text.map((value) => `Dr. ${value}`.slice(0, 150)),
    jobTitle: text.map((value) => value.slice(0, 150)),
    siteIds: some(siteIds),
  })
  for (const [at, person] of sample(persons).entries()) {
    const staffNumber = at % 2 === 0 ? '' : `=${at}`
    const email = at % 3 === 0 ? '' : `p${at}@example.org`
    const startedOn = at % 5 === 0 ? '2024-02-29' : ''
    valueOf(await createPerson(officer, { ...person, email, staffNumber, startedOn }))
  }
}, 120_000)

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

describe.each(kinds)('a file of %s', (kind, { record, imports, export: exports }) => {
  const driver = importDriver(imports, () => database.owner)
  const takeOut = async (format: (typeof exportFormats)[number], everything: boolean) => {
    const file = valueOf(await exports.open(officer, {}, { format, everything }))
    return { name: file.name, bytes: await bytesOf(file.stream) }
  }

  it.each(exportFormats)('changes nothing when it comes back as it left, as %s', async (format) => {
    const { total } = await record.list(officer, {
      search: '',
      filters: {},
      sort: { key: 'name', descending: false },
      page: 1,
      size: 1,
      columns: [],
      archived: false,
      filtersDrawn: false,
    })
    expect(total).toBeGreaterThanOrEqual(count)
    const { name, bytes } = await takeOut(format, true)
    const { rows } = await driver.check(officer, bytes, { fileName: name })
    expect(rows.filter(({ action }) => action !== 'skip')).toEqual([])
    expect(countsOf(rows)).toEqual({ skip: total })
    const cleared = await driver.check(officer, bytes, { fileName: name, emptyClears: true })
    expect(cleared.rows.filter(({ action }) => action !== 'skip')).toEqual([])
  })

  it('finds its own headers again, and no others', async () => {
    const { bytes } = await takeOut('csv', true)
    const read = await readTable(bytes, 'x.csv')
    if (!read.ok) throw new Error(read.message)
    const fields = Object.entries<Field<never, unknown>>(record.table.fields)
    const importable = fields.flatMap(([key, field]) =>
      field.import ? [{ key, label: field.label, aliases: field.import.aliases ?? [] }] : [],
    )
    const guesses = guessColumns(read.table.headers, importable)
    const headerOf = (index: number | null) =>
      read.table.headers.find((header) => header.index === index)?.name
    expect(Object.fromEntries(Object.entries(guesses).map(([key, index]) => [key, headerOf(index)]))).toEqual(
      Object.fromEntries(importable.map(({ key, label }) => [key, label])),
    )
  })

  it('understands its own words and those that are said to mean them', () => {
    for (const [key, field] of Object.entries<Field<never, unknown>>(record.table.fields)) {
      if (!field.import || !field.options) continue
      for (const { value, label, aliases } of field.options)
        for (const word of [label, ...(aliases ?? [])])
          expect(guessOptions(field, [word])[word], `${key}: ${word}`).toBe(value)
    }
  })

  it('is taken only by those who may, and noted before it leaves', async () => {
    const nobody: Actor = { ...officer, held: [] }
    expect(await exports.open(nobody, {}, { format: 'csv', everything: false })).toMatchObject({
      ok: false,
      code: 'forbidden',
    })
    valueOf(await exports.open(officer, { q: 'x', sort: '-name' }, { format: 'xlsx', everything: false }))
    const { rows } = await database.owner.query<{ sentence: string }>(
      `SELECT sentence FROM "AuditEvent" WHERE action = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [`${kind}.export`],
    )
    expect(rows[0]?.sentence).toMatch(/^Exported \d+ .+ as XLSX, found by “x”$/)
  })
})
