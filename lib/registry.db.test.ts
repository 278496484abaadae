import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#lib/base/ids'
import { createDemoPractice } from '#lib/flows/demo-practice'
import { type Actor, grants, type Permission, type Role, roles } from '#lib/kernel/access'
import { type Field, parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { write } from '#lib/platform/db'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { importedRegistry, isImportKind, registry } from './registry.ts'

const database = useTestDatabase()
const kinds = Object.entries(registry)
/** Registers whose records belong to no site. */
const ofTheWholePractice = ['vendor', 'agreement', 'questionnaire', 'control', 'campaign']

let officer: Actor
let other: TestPractice
let strangers = 0
const firstId = new Map<string, string>()

/** An actor of the demo practice with one role everywhere. */
function as(role: Role | null): Actor {
  return { ...officer, held: role === null ? [] : [{ role, siteIds: 'all' }] }
}

beforeAll(async () => {
  await createDemoPractice(new Date('2026-11-22T12:00:00Z'))
  const { rows } = await database.owner.query<{
    id: string
    practiceId: string
    name: string
    timeZone: string
  }>(
    `SELECT p.id, p."practiceId", p.name, t."timeZone" FROM "Person" p JOIN "Practice" t ON t.id = p."practiceId" WHERE p."jobTitle" LIKE 'Compliance officer%'`,
  )
  const [row] = rows
  if (!row) throw new Error('the demo has no officer')
  officer = {
    practiceId: row.practiceId,
    practiceName: 'Demo',
    timeZone: row.timeZone,
    isDemo: true,
    idleMinutes: 15,
    cadences: {},
    personId: row.id,
    name: row.name,
    email: '',
    homeSiteIds: [],
    held: [{ role: 'officer', siteIds: 'all' }],
    sessionId: null,
  }
  other = await createPractice(database.owner)
  for (const [kind, { record }] of kinds) {
    const { rows: found } = await record.list(officer, parseListState(record.table, {}))
    if (found[0]) firstId.set(kind, found[0].id)
  }
})

describe.each(kinds)('the register %s', (kind, { record }) => {
  const all = () => parseListState(record.table, {})

  it('has records in the demo practice, so that what follows is about something', async () => {
    expect((await record.list(officer, all())).total).toBeGreaterThan(2)
    expect(await record.get(officer, firstId.get(kind) ?? '')).not.toBeNull()
  })

  it('shows nothing to another practice: not in lists, not by id, not in files, not to imports', async () => {
    const stranger = await other.actor('officer')
    strangers += 1
    const { rows, total } = await record.list(stranger, all())
    // Of people it has the strangers made here; of everything else nothing.
    expect(total).toBe(kind === 'person' ? strangers : 0)
    expect(rows.map((row) => row.id)).not.toContain(firstId.get(kind))
    expect(await record.get(stranger, firstId.get(kind) ?? '')).toBeNull()
    expect((await record.rowsForFile(stranger, all(), 0, 100)).map((row) => row.id)).not.toContain(
      firstId.get(kind),
    )
    if (!isImportKind(kind)) return
    const target = importedRegistry[kind].record.import
    const seen = await write(stranger, async (tx) => ({
      keys: await target.keys(tx, stranger),
      rows: await target.rows(tx, stranger, [firstId.get(kind) ?? '']),
    }))
    expect(seen.keys.map((key) => key.id)).not.toContain(firstId.get(kind))
    expect(seen.rows).toEqual([])
  })

  it('answers every choice of every filter, in both directions of every order', async () => {
    const fields = Object.entries<Field<never, unknown>>(record.table.fields)
    const choices = fields.flatMap(([key, { filter }]) =>
      [...(filter?.options ?? []), ...(filter?.by === 'person' ? [{ value: 'none' }] : [])].map(
        ({ value }): Record<string, string> => ({ [key]: value }),
      ),
    )
    const orders = fields.flatMap(([key, { sort }]) => (sort ? [{ sort: key }, { sort: `-${key}` }] : []))
    const everything = (await record.list(officer, all())).total
    for (const params of [...choices, ...orders]) {
      const { total } = await record.list(officer, parseListState(record.table, params))
      expect(total, JSON.stringify(params)).toBeLessThanOrEqual(everything)
    }
  })

  it('shows nothing to somebody without a role', async () => {
    const nobody = as(null)
    expect((await record.list(nobody, all())).total).toBe(0)
    expect(await record.get(nobody, firstId.get(kind) ?? '')).toBeNull()
    expect(await record.rowsForFile(nobody, all(), 0, 100)).toEqual([])
  })

  it('shows a site’s person nothing that belongs only to other sites, and all of what belongs to no site', async () => {
    const { rows: sites } = await database.owner.query<{ id: string }>(
      `SELECT id FROM "Site" WHERE "practiceId" = $1`,
      [officer.practiceId],
    )
    const everything = (await record.list(officer, { ...all(), size: 100 })).total
    for (const site of sites) {
      const lead: Actor = { ...officer, held: [{ role: 'site-lead', siteIds: [site.id] }] }
      const { total } = await record.list(lead, { ...all(), size: 100 })
      expect(total < everything).toBe(!ofTheWholePractice.includes(kind))
    }
  })

  it('refuses every command to whoever lacks its permission, before looking at the input', async () => {
    for (const command of record.commands) {
      for (const role of Object.keys(roles) as Role[]) {
        const granted: readonly Role[] = grants[command.permission]
        const result = await command(as(role), null)
        const code = granted.includes(role) ? 'invalid' : 'forbidden'
        expect(result, `${command.commandName} as ${role}`).toMatchObject({ ok: false, code })
      }
    }
  })

  it('has exactly the duties that its facts ask for', async () => {
    const wanted = await write(officer, (tx) => {
      const now = new Date()
      return record.duties({
        tx,
        actor: officer,
        now,
        today: todayFor(officer),
        correlationId: newId(now.getTime()),
      })
    })
    const expected = wanted.flatMap((sync) =>
      sync.duties.filter((duty) => !duty.doneOn).map((duty) => `${sync.recordId} ${duty.key} ${duty.dueOn}`),
    )
    const { rows } = await database.owner.query<{ is: string }>(
      `SELECT "recordId" || ' ' || "key" || ' ' || "dueOn" AS is FROM "Obligation" WHERE "recordKind" = ANY ($1) AND "state" = 'open' AND "practiceId" = $2`,
      // What people have to do of a record are duties of a kind of their own.
      [[...new Set([kind, ...wanted.map((sync) => sync.kind)])], officer.practiceId],
    )
    expect(rows.map((row) => row.is).sort()).toEqual(expected.sort())
  })

  it('asks the database a constant number of questions, however many rows a page has', async () => {
    const count = async (size: number) => {
      const before = statements
      await record.list(officer, { ...all(), size })
      return statements - before
    }
    const few = await count(2)
    expect(few).toBeGreaterThan(2)
    expect(await count(50)).toBe(few)
  })

  it('sorts only by columns that an index serves', async () => {
    const { rows } = await database.owner.query<{ columns: string[] }>(
      `SELECT ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(attnum, n) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum ORDER BY n) AS columns
       FROM pg_index i WHERE i.indrelid = $1::regclass`,
      [`"${tableOf[kind]}"`],
    )
    const indexes = rows.map((row) => row.columns)
    for (const [key, field] of Object.entries<Field<never, unknown>>(record.table.fields)) {
      if (!field.sort) continue
      const wanted = ['practiceId', ...field.sort]
      const served = indexes.some((columns) => wanted.every((column, i) => columns[i] === column))
      expect(served, `${kind} sorts by ${key} without an index`).toBe(true)
    }
  })
})

const tableOf: Record<string, string> = {
  'ai-system': 'AiSystem',
  'phi-flow': 'PhiFlow',
  vendor: 'Vendor',
  agreement: 'Agreement',
  risk: 'Risk',
  control: 'Control',
  person: 'Person',
  questionnaire: 'Questionnaire',
  assessment: 'Assessment',
  campaign: 'Campaign',
}

// Counts every statement that any connection sends.
let statements = 0
const prototype: { query: (...args: unknown[]) => unknown } = pg.Client.prototype
prototype.query = new Proxy(prototype.query, {
  apply: (send, client, args) => {
    statements += 1
    return Reflect.apply(send, client, args)
  },
})

describe('permissions', () => {
  it('are each granted to somebody and refused to somebody, or to everybody on purpose', () => {
    const forEverybody: Permission[] = [
      'workspace.enter',
      'account.keep',
      'due.read-own',
      'ai-system.read-approved',
    ]
    const everybody = Object.keys(roles).length
    const counts = Object.entries(grants).map(([permission, granted]) => ({
      permission,
      count: granted.length,
    }))
    expect(counts.filter(({ count }) => count === 0)).toEqual([])
    const open = counts.filter(({ count }) => count === everybody).map(({ permission }) => permission)
    expect(open.sort()).toEqual(forEverybody.sort())
  })

  it('never let the read-only role change anything', () => {
    const reading = /\.(read|read-own|read-approved|enter|keep|export)$/
    const auditors = Object.entries<readonly Role[]>(grants).filter(([, granted]) =>
      granted.includes('auditor'),
    )
    expect(
      auditors.map(([permission]) => permission).filter((permission) => !reading.test(permission)),
    ).toEqual([])
  })
})
