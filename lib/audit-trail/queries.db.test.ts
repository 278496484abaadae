import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { day } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { facts } from '#lib/testing/ai-systems'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { countOutside, trailChoices } from './details.ts'
import { type AuditCursor, type AuditEntry, type AuditFilter, auditPage } from './queries.ts'

const database = useTestDatabase()

const everything: AuditFilter = {
  actorIds: null,
  action: null,
  kind: null,
  recordId: null,
  from: null,
  until: null,
  words: '',
  source: 'all',
  tables: null,
}

const pageOf = (
  actor: Actor,
  filter: Partial<AuditFilter> = {},
  after: AuditCursor | null = null,
  size = 50,
) => read(actor, (tx) => auditPage(tx, actor, { ...everything, ...filter }, after, size))

const inWords = (entry: AuditEntry) =>
  entry.type === 'event' ? entry.sentence : `${entry.change.operation} ${entry.change.table}`

async function trail(actor: Actor, filter: Partial<AuditFilter> = {}, size = 50): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (let after: AuditCursor | null = null; ; ) {
    const page = await pageOf(actor, filter, after, size)
    entries.push(...page.entries)
    after = page.next
    if (after === null) return entries
  }
}

interface Told {
  at: string
  sentence: string
  action?: string
  actorId?: string
  kind?: string
  recordId?: string
  label?: string
}

async function tell(practice: TestPractice, { at, sentence, ...told }: Told): Promise<void> {
  const { action = 'test.act', actorId = null, kind = null, recordId = null, label = null } = told
  await database.owner.query(
    `INSERT INTO "AuditEvent" (id, "practiceId", at, action, "actorId", "actorName", "actorRole", "recordKind", "recordId",
       "recordLabel", sentence, "correlationId")
     VALUES ($1, $2, $3, $4, $5, 'Somebody', 'Staff', $6, $7, $8, $9, gen_random_uuid())`,
    [newId(new Date(at).getTime()), practice.id, at, action, actorId, kind, recordId, label, sentence],
  )
}

/** A practice whose trail holds nothing that was made by hand while it was set up. */
async function quietPractice(): Promise<{ practice: TestPractice; officer: Actor }> {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  await database.owner.query('DELETE FROM "RowChange" WHERE "practiceId" = $1', [practice.id])
  return { practice, officer }
}

describe('the trail', () => {
  it('gives every entry once, newest first, however the pages are cut', async () => {
    const { practice, officer } = await quietPractice()
    const instants = ['2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z']
    for (const at of instants)
      for (const copy of ['a', 'b', 'c', 'd'])
        await tell(practice, { at, sentence: `${at.slice(8, 10)} ${copy}` })
    for (const at of instants)
      await database.owner.query(
        `INSERT INTO "RowChange" ("practiceId", at, "tableName", operation, after, "databaseRole")
         SELECT $1, $2, 'Site', 'insert', '{}', 'dba' FROM generate_series(1, 3)`,
        [practice.id, at],
      )
    const whole = await trail(officer)
    expect(whole).toHaveLength(21)
    const order = whole.map((entry) => [entry.at.toISOString().slice(0, 10), entry.type])
    expect(order).toEqual(
      ['2026-03-03', '2026-03-02', '2026-03-01'].flatMap((on) => [
        ...Array.from({ length: 4 }, () => [on, 'event']),
        ...Array.from({ length: 3 }, () => [on, 'outside']),
      ]),
    )
    for (const size of [1, 2, 5, 7, 20])
      expect((await trail(officer, {}, size)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
  })

  it('is narrowed by who, what, which record, when and words', async () => {
    const { practice, officer } = await quietPractice()
    const [dana, sam] = [randomUUID(), randomUUID()]
    const scribe = { kind: 'ai-system', recordId: randomUUID(), label: 'AI-001 Scribe' }
    await tell(practice, {
      at: '2026-03-01T10:00:00Z',
      sentence: 'Added it',
      actorId: dana,
      action: 'ai-system.create',
      ...scribe,
    })
    await tell(practice, { at: '2026-03-02T10:00:00Z', sentence: 'Gave 50% off', actorId: sam })
    await tell(practice, { at: '2026-03-03T10:00:00Z', sentence: 'Reviewed it', actorId: sam, ...scribe })
    await tell(practice, {
      at: '2026-03-04T10:00:00Z',
      sentence: 'Signed in',
      actorId: dana,
      kind: 'person',
      recordId: dana,
    })
    const found = async (filter: Partial<AuditFilter>) => (await trail(officer, filter)).map(inWords)
    expect(await found({ actorIds: [dana] })).toEqual(['Signed in', 'Added it'])
    expect(await found({ actorIds: [dana, sam], kind: 'ai-system' })).toEqual(['Reviewed it', 'Added it'])
    expect(await found({ actorIds: [] })).toEqual([])
    expect(await found({ action: 'ai-system.create' })).toEqual(['Added it'])
    expect(await found({ action: 'ai-system.create', actorIds: [sam] })).toEqual([])
    expect(await found({ kind: 'ai-system', recordId: scribe.recordId })).toEqual(['Reviewed it', 'Added it'])
    expect(await found({ kind: 'person' })).toEqual(['Signed in'])
    expect(await found({ words: 'SCRIBE' })).toEqual(['Reviewed it', 'Added it'])
    expect(await found({ words: '50%' })).toEqual(['Gave 50% off'])
    expect(await found({ words: '%' })).toEqual(['Gave 50% off'])
    expect(await found({ from: day('2026-03-02'), until: day('2026-03-03') })).toEqual([
      'Reviewed it',
      'Gave 50% off',
    ])
  })

  it('cuts time by the days of the practice', async () => {
    const { practice, officer } = await quietPractice()
    await tell(practice, { at: '2026-03-02T05:59:59Z', sentence: 'Last second of March 1 in Chicago' })
    await tell(practice, { at: '2026-03-02T06:00:00Z', sentence: 'First second of March 2 in Chicago' })
    const march = day('2026-03-02')
    expect((await trail(officer, { from: march })).map(inWords)).toEqual([
      'First second of March 2 in Chicago',
    ])
    expect((await trail(officer, { until: day('2026-03-01') })).map(inWords)).toEqual([
      'Last second of March 1 in Chicago',
    ])
  })

  it('stops a search after many events, says how far it got, and goes on from there', async () => {
    const { practice, officer } = await quietPractice()
    await tell(practice, { at: '2026-03-01T10:00:00Z', sentence: 'A needle' })
    await database.owner.query(
      `INSERT INTO "AuditEvent" (id, "practiceId", at, action, "actorName", "actorRole", sentence, "correlationId")
       SELECT gen_random_uuid(), $1, timestamptz '2026-03-02T00:00:00Z' + n * interval '1 second', 'test.act', 'Somebody',
         'Staff', 'Hay', gen_random_uuid() FROM generate_series(1, 20100) n`,
      [practice.id],
    )
    const first = await pageOf(officer, { words: 'needle' })
    expect(first.entries).toEqual([])
    expect(first.searchedTo?.toISOString()).toBe('2026-03-02T00:01:41.000Z')
    const second = await pageOf(officer, { words: 'needle' }, first.next)
    expect(second.entries.map(inWords)).toEqual(['A needle'])
    expect(second.next).toBeNull()
  })

  it('names every action and kind of record it speaks of', async () => {
    const { practice, officer } = await quietPractice()
    for (const action of ['b.two', 'a.one', 'b.two'])
      await tell(practice, {
        at: '2026-03-01T10:00:00Z',
        sentence: 'Did it',
        action,
        kind: action.slice(0, 1),
        recordId: randomUUID(),
      })
    expect(await read(officer, (tx) => trailChoices(tx, officer))).toEqual({
      actions: ['a.one', 'b.two'],
      kinds: ['a', 'b'],
    })
  })

  it('is not shown to other practices, to staff, or to a role at some sites only', async () => {
    const { practice, officer } = await quietPractice()
    await tell(practice, { at: '2026-03-01T10:00:00Z', sentence: 'Did it' })
    const stranger = (await quietPractice()).officer
    const others = [
      stranger,
      await practice.actor('staff'),
      await practice.actor('site-lead'),
      await practice.actor('it'),
      await practice.actor('officer', [practice.siteA]),
    ]
    await database.owner.query('DELETE FROM "RowChange" WHERE "practiceId" = $1', [practice.id])
    for (const other of others) expect((await pageOf(other)).entries).toEqual([])
    for (const reader of [officer, await practice.actor('owner'), await practice.actor('auditor')])
      expect((await trail(reader)).map(inWords)).toContain('Did it')
  })
})

describe('changes outside the application', () => {
  it('stand in the same stream with what was before and after, and by whom', async () => {
    const { officer } = await quietPractice()
    const { id } = valueOf(await createSystem(officer, facts))
    expect((await trail(officer)).map(({ type }) => type)).toEqual(['event'])
    await database.owner.query(`UPDATE "AiSystem" SET name = 'Renamed by hand' WHERE id = $1`, [id])
    const [newest] = await trail(officer)
    expect(newest).toMatchObject({
      type: 'outside',
      databaseRole: new URL(database.ownerUrl).username,
      change: {
        table: 'AiSystem',
        rowId: id,
        operation: 'update',
        before: { name: facts.name },
        after: { name: 'Renamed by hand' },
      },
    })
    const of = (filter: Partial<AuditFilter>) => trail(officer, filter)
    expect(await of({ source: 'outside' })).toHaveLength(1)
    expect(await of({ source: 'application' })).toHaveLength(1)
    expect(await of({ kind: 'ai-system', recordId: id })).toHaveLength(2)
    expect(await of({ kind: 'person', tables: ['Person'], source: 'outside' })).toHaveLength(0)
    expect(await of({ kind: 'ai-system', tables: ['AiSystem'], source: 'outside' })).toHaveLength(1)
    expect(await of({ words: 'hand' })).toHaveLength(0)
    expect(await of({ actorIds: [officer.personId] })).toHaveLength(1)
  })

  it('are not hidden by a made-up correlation id', async () => {
    const { practice, officer } = await quietPractice()
    const client = await database.owner.connect()
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.correlation', gen_random_uuid()::text, true)`)
    await client.query(`UPDATE "Site" SET name = name || ' annex' WHERE "practiceId" = $1`, [practice.id])
    await client.query('COMMIT')
    client.release()
    expect((await trail(officer)).map(inWords)).toEqual(['update Site', 'update Site'])
    expect(await read(officer, (tx) => countOutside(tx, officer, everything))).toBe(2)
  })

  it('are counted in the chosen time and nowhere else', async () => {
    const { practice, officer } = await quietPractice()
    const other = await quietPractice()
    for (const [id, at] of [
      [practice.id, '2026-03-02T05:59:59Z'],
      [practice.id, '2026-03-02T06:00:00Z'],
      [practice.id, '2026-03-03T05:59:59Z'],
      [other.practice.id, '2026-03-02T12:00:00Z'],
    ])
      await database.owner.query(
        `INSERT INTO "RowChange" ("practiceId", at, "tableName", operation, after, "databaseRole")
         VALUES ($1, $2, 'Site', 'insert', '{}', 'dba')`,
        [id, at],
      )
    const on = day('2026-03-02')
    const counted = (filter: Partial<AuditFilter>) =>
      read(officer, (tx) => countOutside(tx, officer, { ...everything, ...filter }))
    expect(await counted({})).toBe(3)
    expect(await counted({ from: on, until: on })).toBe(2)
    expect(await counted({ from: day('2026-03-03') })).toBe(0)
  })
})
