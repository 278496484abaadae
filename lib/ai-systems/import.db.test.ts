import pg from 'pg'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addDays, addMonths, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { countsOf, importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { defineImportCommands } from '#lib/transfer/commands'
import { recordReview } from './decisions.ts'
import { getSystem } from './queries.ts'
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

async function systems(): Promise<
  { id: string; ref: string; name: string; stage: string; version: number }[]
> {
  type Found = { id: string; ref: string; name: string; stage: string; version: number }
  const { rows } = await database.owner.query<Found>(
    `SELECT id, ref, name, stage, version FROM "AiSystem" WHERE "practiceId" = $1 AND "archivedAt" IS NULL ORDER BY length(ref), ref`,
    [practice.id],
  )
  return rows
}

async function detailOf(name: string) {
  const found = (await systems()).find((system) => system.name === name)
  const system = found ? await getSystem(officer, found.id) : null
  if (!system) throw new Error(`there is no ${name}`)
  return system
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date())

describe('bringing systems in', () => {
  it('fills every kind of field, says how it came, and opens its duties', async () => {
    const owner = await practice.actor('owner')
    const { rows } = await driver.bringIn(
      officer,
      csv(
        'System name,Status,Business owner,Locations,Protected inputs,Approval date,Safeguard: Second factor at sign-in,Safeguard note: Second factor at sign-in,PHI',
        `Scribe,Live,${owner.email},Northside; Downtown,Age; Sex,3/1/2025,Met,"By app, for all",Y`,
        'Bot,Planned,,,,,,,no',
      ),
      { fileName: 'tools.csv' },
    )
    expect(countsOf(rows)).toEqual({ create: 2 })
    const scribe = await detailOf('Scribe')
    expect(scribe).toMatchObject({
      ref: 'AI-001',
      stage: 'in-use',
      stageReason: 'Imported',
      stageSince: '2025-03-01',
      approvedOn: '2025-03-01',
      proposedOn: today(),
      ownerId: owner.personId,
      sites: [{ name: 'Downtown' }, { name: 'Northside' }],
      protectedInputs: ['sex', 'age'],
      patientData: 'yes',
      version: 1,
    })
    expect(scribe.safeguards).toEqual([{ key: 'mfa', state: 'met', note: 'By app, for all' }])
    expect(scribe.duties.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['first-review', addDays(day(today()), 30)],
      ['log-review', addMonths(day(today()), 3)],
    ])
    expect(scribe.history.map(({ sentence }) => sentence)).toEqual([
      'Brought in as in use by import of “tools.csv”',
    ])
    expect(await detailOf('Bot')).toMatchObject({ stage: 'proposed', stageSince: today(), approvedOn: null })
  })

  it.each([
    ['Approved', '5/1/2025', '', { approvedOn: '2025-05-01', stageSince: '2025-05-01' }],
    ['Approved', '5/1/2025', '6/1/2025', { approvedOn: '2025-06-01', stageSince: '2025-06-01' }],
    ['In use', '', '', { approvedOn: 'today', stageSince: 'today' }],
    ['Suspended', '5/1/2025', '', { approvedOn: '2025-05-01', stageSince: 'today' }],
    ['Proposed', '5/1/2025', '', { approvedOn: null, stageSince: '2025-05-01' }],
    ['Retired', '5/1/2025', '6/1/2025', { approvedOn: '2025-06-01', stageSince: 'today' }],
    ['In review', '5/1/2025', '', { approvedOn: null, stageSince: 'today' }],
  ])(
    'knows for %s, proposed %j, approved %j since when it is so',
    async (stage, proposed, approved, wanted) => {
      await driver.bringIn(
        officer,
        csv('Name,Stage,Proposed on,Approved on', `It,${stage},${proposed},${approved}`),
      )
      const { approvedOn, stageSince } = await detailOf('It')
      const plain = (day: string | null) => (day === today() ? 'today' : day)
      expect({ approvedOn: plain(approvedOn), stageSince: plain(stageSince) }).toEqual(wanted)
    },
  )

  it('says in words what is wrong with a row, and leaves the others be', async () => {
    const { rows } = await driver.check(
      officer,
      csv(
        'Name,Stage,Owner,Backup,Sites,Proposed on,Last reviewed on,Risk tier set by hand,Reason for the tier set by hand',
        'A,In use,Nobody Here,,Westside,soon,,,',
        ',In use,,,,,,,',
        `B,,${officer.email},${officer.email},,,,,`,
        'C,,,,,,1/1/2099,,',
        'D,,,,,,,High,',
        'E,,,,,,,,because',
        `${'x'.repeat(301)},,,,,,,,`,
        'F,In use,,,,,,,',
        'G,,,,,1/1/2099,,,',
      ),
    )
    expect(rows.map(({ line, action, reason }) => [line, action, reason])).toEqual([
      [
        2,
        'error',
        'Owner: Nobody called “Nobody Here” is in the directory. Sites: There is no site called “Westside”. The sites are Downtown and Northside. Proposed on: “soon” is not a date such as 11/22/2026.',
      ],
      [3, 'error', 'Name is missing.'],
      [4, 'error', 'Backup: it must be somebody else than the owner.'],
      [5, 'error', 'Last reviewed on: this day has not come yet.'],
      [6, 'error', 'Risk tier set by hand: say why, in the column for the reason.'],
      [7, 'error', 'Reason for the tier set by hand: there is no tier set by hand.'],
      [8, 'error', 'Name: At most 300 characters.'],
      [9, 'create', ''],
      [10, 'error', 'Proposed on: this day has not come yet.'],
    ])
  })

  it('asks the database as often for a thousand rows as for ten', async () => {
    const statementsFor = async (rowCount: number) => {
      const lines = Array.from({ length: rowCount }, (_, n) => `Mass ${rowCount} ${n},In use,Downtown,Met`)
      const file = csv('Name,Stage,Sites,Safeguard: Second factor at sign-in', ...lines)
      const { id } = await driver.check(officer, file)
      valueOf(await imports.start(officer, { id }))
      const query = vi.spyOn(pg.Client.prototype, 'query')
      valueOf(await driver.apply(officer, id))
      const statements = query.mock.calls.length
      query.mockRestore()
      return statements
    }
    await statementsFor(5)
    expect(await statementsFor(1_000)).toBe(await statementsFor(10))
  })
})

describe('bringing changes in', () => {
  beforeEach(async () => {
    await driver.bringIn(
      officer,
      csv(
        'Name,Stage,Vendor,Sites,Proposed on',
        'Scribe,Proposed,Acme,Downtown,1/5/2026',
        'Bot,In use,,,1/5/2026',
      ),
    )
  })

  it('changes what differs, says what, and dates a stage that moved', async () => {
    const { rows } = await driver.bringIn(
      officer,
      csv('Reference,Name,Stage,Vendor,Sites', 'AI-001,Scribe 2,In use,Acme,Northside', ',Bot,In use,,'),
      { fileName: 'update.csv' },
    )
    expect(rows.map(({ action, reason, label }) => [action, label, reason])).toEqual([
      ['update', 'AI-001 Scribe 2', 'Changes name, stage and sites.'],
      ['skip', 'AI-002 Bot', 'Nothing differs.'],
    ])
    const after = await detailOf('Scribe 2')
    expect(after).toMatchObject({
      stage: 'in-use',
      stageReason: 'Imported',
      stageSince: today(),
      approvedOn: today(),
      vendorName: 'Acme',
      sites: [{ name: 'Northside' }],
      version: 2,
    })
    expect(after.history[0]?.sentence).toBe(
      'Changed name from “Scribe” to “Scribe 2”; changed stage from “Proposed” to “In use”; changed sites from “Downtown” to “Northside”; set approved on to “' +
        `${today()}”, by import of “update.csv”`,
    )
    expect(after.duties.map(({ key }) => key).toSorted()).toEqual(['first-review', 'log-review'])
  })

  it('leaves empty cells alone, or clears with them, as the person chose', async () => {
    const file = csv('Reference,Name,Vendor,Sites,Stage,Proposed on', 'AI-001,,,,,')
    expect((await driver.check(officer, file)).rows[0]).toMatchObject({ action: 'skip' })
    await driver.bringIn(officer, file, { emptyClears: true })
    expect(await detailOf('Scribe')).toMatchObject({
      vendorName: '',
      sites: [],
      stage: 'proposed',
      proposedOn: '2026-01-05',
    })
  })

  it('writes nothing at all when one record was changed after the check', async () => {
    const before = await systems()
    const { id } = await driver.check(
      officer,
      csv('Reference,Name,Vendor', 'AI-002,Bot,New', ',Third,New', 'AI-001,Scribe,New'),
    )
    valueOf(await imports.start(officer, { id }))
    const { id: systemId, version } = await detailOf('Scribe')
    valueOf(
      await recordReview(officer, { id: systemId, version, what: 'review', on: '2026-02-01', note: 'Fine.' }),
    )
    expect(await driver.apply(officer, id)).toMatchObject({
      ok: false,
      code: 'conflict',
      message:
        'AI-001 Scribe (row 4) was changed after the check. Nothing was imported; check the file again.',
    })
    expect((await systems()).map(({ name }) => name)).toEqual(before.map(({ name }) => name))
    expect((await detailOf('Bot')).vendorName).toBe('')
  })

  it('does not add what somebody else added after the check', async () => {
    const file = csv('Name', 'Third')
    const first = await driver.check(officer, file)
    const second = await driver.check(officer, file)
    for (const { id } of [first, second]) valueOf(await imports.start(officer, { id }))
    valueOf(await driver.apply(officer, first.id))
    expect(await driver.apply(officer, second.id)).toMatchObject({
      code: 'conflict',
      message:
        'Third (row 2) was added as AI-003 after the check. Nothing was imported; check the file again.',
    })
    expect((await systems()).map(({ name }) => name)).toEqual(['Scribe', 'Bot', 'Third'])
  })

  it('is applied once, also when two workers try at the same time', async () => {
    const { id } = await driver.check(officer, csv('Name', 'Third'))
    valueOf(await imports.start(officer, { id }))
    const results = await Promise.all([driver.apply(officer, id), driver.apply(officer, id)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await systems()).map(({ name }) => name)).toEqual(['Scribe', 'Bot', 'Third'])
  })
})

describe('undoing an import', () => {
  it('puts back what was there, to the day and the reason, and archives what it added', async () => {
    await driver.bringIn(
      officer,
      csv(
        'Name,Stage,Vendor,Sites,Approved on,Safeguard: Second factor at sign-in,Proposed on',
        'Scribe,In review,Acme,Downtown,,Met,1/5/2026',
      ),
    )
    const before = await detailOf('Scribe')
    const { id } = await driver.bringIn(
      officer,
      csv(
        'Name,Stage,Vendor,Sites,Safeguard: Second factor at sign-in,Safeguard: Patients can opt out',
        'Scribe,In use,Other,Northside,Not met,Met',
        'New one,In use,,,,',
      ),
      { fileName: 'wrong.csv' },
    )
    expect((await detailOf('Scribe')).stage).toBe('in-use')
    valueOf(await imports.undo(officer, { id }))
    const after = await detailOf('Scribe')
    const { version: _, history, duties, safeguards, ...rest } = after
    const { version: __, history: ___, duties: dutiesBefore, safeguards: before____, ...restBefore } = before
    expect(rest).toEqual(restBefore)
    expect(duties.map(({ key, dueOn }) => [key, dueOn])).toEqual(
      dutiesBefore.map(({ key, dueOn }) => [key, dueOn]),
    )
    expect(safeguards.filter(({ state }) => state !== 'unknown')).toEqual(before____)
    expect(history[0]?.sentence).toContain('by undoing the import of “wrong.csv”')
    expect((await systems()).map(({ name }) => name)).toEqual(['Scribe'])
    expect(await driver.stateOf(id)).toMatchObject({ state: 'undone' })
    expect(await imports.undo(officer, { id })).toMatchObject({ ok: false, code: 'conflict' })
  })

  it('is refused with the names of what was edited since, and changes nothing then', async () => {
    const { id } = await driver.bringIn(officer, csv('Name,Stage', 'A,In use', 'B,In use', 'C,In use'))
    const { id: systemId, version } = await detailOf('B')
    valueOf(
      await recordReview(officer, { id: systemId, version, what: 'review', on: '2026-02-01', note: 'Fine.' }),
    )
    expect(await imports.undo(officer, { id })).toMatchObject({
      ok: false,
      code: 'conflict',
      message: 'It cannot be undone: 1 of its records were changed since (AI-002 B).',
    })
    expect((await systems()).map(({ name }) => name)).toEqual(['A', 'B', 'C'])
    expect(await driver.stateOf(id)).toMatchObject({ state: 'applied' })
  })
})
