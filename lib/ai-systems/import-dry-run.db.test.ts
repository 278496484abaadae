import pg from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { batchRows, countByName, getBatch } from '#lib/transfer/queries'
import { defineImportViews } from '#lib/transfer/views'
import { systemRecord } from './record.ts'

const database = useTestDatabase()
const imports = defineImportCommands(systemRecord)
const views = defineImportViews(systemRecord)
const driver = importDriver(imports, () => database.owner)

let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

const csv = (...lines: string[]) => lines.join('\r\n')

async function shown(id: string): Promise<string[][]> {
  const batch = await getBatch(officer, systemRecord, id)
  if (!batch) throw new Error('there is no such batch')
  return (await batchRows(officer, batch, null, 1)).map((row) => row.shown)
}

async function rename(personId: string, name: string): Promise<void> {
  await database.owner.query('UPDATE "Person" SET name = $2 WHERE id = $1', [personId, name])
}

describe('what the dry run shows', () => {
  it('says what will be in new records, and what becomes of what in others', async () => {
    await rename(officer.personId, 'Dana Whitfield RN')
    const file = csv(
      'Name,Stage,Vendor,Owner,Sites,Reviewed on',
      `Scribe,Live,Acme,${officer.email},Downtown,1/5/2026`,
    )
    const { id } = await driver.bringIn(officer, file)
    expect(await shown(id)).toEqual([[]])
    const again = await driver.check(
      officer,
      csv('Reference,Name,Sites,Vendor', 'AI-001,Scribe,Northside,Acme', ',Bot,,Quillwell', ',scribe,,'),
    )
    expect(await shown(again.id)).toEqual([['Sites: Downtown → Northside'], ['Vendor: Quillwell'], []])
    const fresh = await driver.check(officer, file.replace('Scribe', 'Reader'))
    expect(await shown(fresh.id)).toEqual([
      [
        'Stage: In use',
        'Owner: Dana Whitfield RN',
        'Vendor: Acme',
        'Sites: Downtown',
        'Last reviewed on: Jan 5, 2026',
      ],
    ])
  })

  it('says of a record that was found by its name alone which one it is', async () => {
    await driver.bringIn(officer, csv('Name,Vendor', 'Scribe,Acme'))
    const { id } = await driver.check(officer, csv('Name,Vendor', 'scribe,Quillwell', 'New,Acme'))
    const batch = await getBatch(officer, systemRecord, id)
    expect(batch && (await countByName(officer, batch))).toBe(1)
    expect(await shown(id)).toEqual([
      [
        'This is taken to be AI-001 Scribe, which is in the register already',
        'Name: Scribe → scribe',
        'Vendor: Acme → Quillwell',
      ],
      ['Vendor: Acme'],
    ])
  })

  it('asks the database as often for a thousand rows as for ten', async () => {
    const statementsFor = async (count: number) => {
      const lines = Array.from({ length: count }, (_, n) => `System ${n},${officer.email},Downtown`)
      const content = Buffer.from(csv('Name,Owner,Sites', ...lines))
      const { id } = valueOf(await imports.upload(officer, { fileName: 'a.csv', content }))
      const query = vi.spyOn(pg.Client.prototype, 'query')
      valueOf(await imports.check(officer, { id }))
      const statements = query.mock.calls.length
      query.mockRestore()
      return statements
    }
    await statementsFor(5)
    expect(await statementsFor(1_000)).toBe(await statementsFor(10))
  })
})

describe('rows of one name', () => {
  const header = 'Name,Vendor,Approval date'

  it('count only those that come in, and a corrected one does not silently become the other', async () => {
    const first = await driver.bringIn(
      officer,
      csv(header, 'Nuance DAX,Nuance,2/30/2025', 'nuance dax,Acme,', 'Nuance  DAX,Third,'),
    )
    expect(first.rows.map(({ action, reason }) => [action, reason])).toEqual([
      ['error', 'Approved on: “2/30/2025” is not a date such as 11/22/2026.'],
      [
        'create',
        'Row 2 has the same name and stays out. If both mean one AI system, do not bring that row in later.',
      ],
      ['create', 'The second row with this name; it becomes one more AI system.'],
    ])
    const { rows, id } = await driver.check(officer, csv(header, 'Nuance DAX,Nuance,2/28/2025'))
    expect(rows).toMatchObject([{ action: 'update', label: 'AI-001 Nuance DAX' }])
    expect((await shown(id))[0]?.slice(0, 3)).toEqual([
      'This is taken to be AI-001 nuance dax, which is in the register already',
      'Name: nuance dax → Nuance DAX',
      'Vendor: Acme → Nuance',
    ])
  })

  it('do not say that they are taken for a record that their reference names', async () => {
    await driver.bringIn(officer, csv('Name,Vendor', 'Scribe,Acme'))
    const { id } = await driver.check(officer, csv('Reference,Name,Vendor', 'AI-001,Scribe,Quillwell'))
    expect(await shown(id)).toEqual([['Vendor: Acme → Quillwell']])
  })

  it('say which row the record of that name goes to when that row stays out', async () => {
    await driver.bringIn(officer, csv('Name,Vendor', 'Scribe,Acme'))
    const { rows } = await driver.check(officer, csv(header, 'Scribe,A,2/30/2025', 'Scribe,B,'))
    expect(rows[1]).toMatchObject({
      action: 'create',
      reason:
        'Row 2, which stays out, has the same name and is taken to be AI-001; this one becomes one more AI system.',
    })
  })
})

describe('people and sites under other names', () => {
  const file = csv('Name,Owner,Sites', 'Scribe,Dana Whitfield,Downtwn', 'Bot,D. Whitfield,Downtown')
  const columns = { owner: 1, sites: 2 }

  beforeEach(() => rename(officer.personId, 'Dana Whitfield RN'))

  it('are guessed where one person is meant, else asked about, and remembered', async () => {
    const { id, rows } = await driver.check(officer, file)
    expect(rows.map(({ action }) => action)).toEqual(['error', 'error'])
    const view = await views.words(officer, id)
    const words = view?.lists.map(({ field, words }) => [
      field,
      words.map(({ text, why, options }) => [text, why, options.map(({ label }) => label)]),
    ])
    const dana: unknown = expect.stringMatching(/^Dana Whitfield RN \(/)
    expect(words).toEqual([
      [
        'owner',
        [
          ['Dana Whitfield', 'guess', [dana]],
          ['D. Whitfield', 'undecided', [dana]],
        ],
      ],
      ['sites', [['Downtwn', 'undecided', ['Downtown', 'Northside']]]],
    ])
    expect(view?.held).toEqual({ rows: 2, words: 2 })

    const decided = await driver.check(officer, file, {
      words: {
        owner: { column: columns.owner, choices: { '1': officer.personId } },
        sites: { column: columns.sites, choices: { '0': practice.siteA } },
      },
    })
    expect(await shown(decided.id)).toEqual([
      ['Owner: Dana Whitfield RN', 'Sites: Downtown'],
      ['Owner: Dana Whitfield RN', 'Sites: Downtown'],
    ])
    const again = await driver.check(officer, file)
    expect(again.rows.map(({ action }) => action)).toEqual(['create', 'create'])
  })

  it('can be left out, and the row says so', async () => {
    const { id } = await driver.check(officer, file, {
      words: { owner: { column: 1, rest: '' }, sites: { column: 2, rest: '' } },
    })
    expect((await shown(id))[0]).toEqual(['Owner: Dana Whitfield RN', 'Left out of Sites: “Downtwn”'])
    expect((await shown(id))[1]).toEqual(['Sites: Downtown', 'Left out of Owner: “D. Whitfield”'])
  })

  it('are not taken for people whom the actor could not choose', async () => {
    const others = await createPractice(database.owner)
    const stranger = await others.actor('officer')
    const words = { owner: { column: 1, choices: { '0': stranger.personId, '1': stranger.personId } } }
    const { rows } = await driver.check(officer, file, { words })
    expect(rows.map(({ action }) => action)).toEqual(['error', 'error'])
  })
})

describe('columns without a name', () => {
  it('are refused at that field, unless rows name their reference', async () => {
    const upload = async (content: string) =>
      valueOf(await imports.upload(officer, { fileName: 'a.csv', content: Buffer.from(content) })).id
    const id = await upload('Vendor\nAcme')
    expect(await imports.match(officer, { id, columns: { vendor: 0 }, emptyClears: false })).toMatchObject({
      ok: false,
      code: 'invalid',
      fields: { 'column.name': 'Choose the column that holds it.' },
    })
    const known = await upload('Reference,Vendor\nAI-001,Acme')
    valueOf(await imports.match(officer, { id: known, columns: { ref: 0, vendor: 1 }, emptyClears: false }))
  })
})

describe('headers as people write them', () => {
  it.each([
    ['AI tool', 'name'],
    ['Tool name', 'name'],
    ['Software', 'name'],
    ['Solution', 'name'],
    ['Responsible', 'owner'],
    ['Who’s in charge', 'owner'],
    ["Who's in charge?", 'owner'],
    ['Contact', 'owner'],
    ['Lead', 'owner'],
    ['Owner name', 'owner'],
    ['Where', 'sites'],
    ['Where used', 'sites'],
    ['Location(s)', 'sites'],
    ['Last checked', 'reviewedOn'],
    ['Last reviewed', 'reviewedOn'],
    ['Status', 'stage'],
    ['Go-live', undefined],
    ['Go-live date', undefined],
  ])('takes “%s” for %s', async (header, field) => {
    const content = Buffer.from(`Elsewhere,${header}\nx,y`)
    const { id } = valueOf(await imports.upload(officer, { fileName: 'a.csv', content }))
    const view = await views.columns(officer, id)
    expect(view?.fields.find(({ column }) => column === 1)?.key).toBe(field)
  })
})

describe('undoing', () => {
  it('names the records that were changed since', async () => {
    const { id } = await driver.bringIn(officer, csv('Name', 'A', 'B', 'C'))
    expect((await views.undo(officer, id))?.changed).toEqual([])
    await driver.bringIn(officer, csv('Name,Vendor', 'B,Acme'))
    expect((await views.undo(officer, id))?.changed).toEqual(['AI-002 B'])
    expect(await imports.undo(officer, { id })).toMatchObject({ ok: false, code: 'conflict' })
  })
})
