import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { outside, read, write } from './db.ts'

const database = useTestDatabase()

// Tables that belong to no practice, and why that is right.
const withoutPractice: Record<string, string> = {
  Practice: 'is the practice; its policy compares id',
  RateLimit: 'counts attempts before anybody is known; keys are hashes',
  WorkerHeartbeat: 'one row per worker process',
  _prisma_migrations: 'the migration history',
}

describe('the boundary between practices', () => {
  it('covers every table: a practice column, row-level security and a policy', async () => {
    const { rows } = await database.owner.query<{
      name: string
      column: boolean
      secured: boolean
      policies: number
    }>(`
      SELECT c.relname AS name, c.relrowsecurity AS secured,
        EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'practiceId' AND a.attnotnull) AS column,
        (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`)
    expect(rows.length).toBeGreaterThan(15)
    const open = rows.filter(
      (row) => !(row.column && row.secured && row.policies > 0) && !(row.name in withoutPractice),
    )
    expect(open).toEqual([])
    expect(rows.find((row) => row.name === 'Practice')).toMatchObject({ secured: true, policies: 1 })
  })

  it('lets the application own nothing and bypass nothing', async () => {
    const [role] = await outside<{ super: boolean; bypass: boolean; owned: number }>(`
      SELECT rolsuper AS super, rolbypassrls AS bypass,
        (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned
      FROM pg_roles r WHERE rolname = current_user`)
    expect(role).toEqual({ super: false, bypass: false, owned: 0 })
  })

  it('shows nothing without a practice, and only its own rows with one, even when a query forgets to ask', async () => {
    const [one, two] = [await createPractice(database.owner), await createPractice(database.owner)]
    expect(await outside('SELECT * FROM "Site"')).toEqual([])
    const sites = await read({ practiceId: one.id }, (tx) => tx.site.findMany())
    expect(new Set(sites.map((site) => site.practiceId))).toEqual(new Set([one.id]))
    expect(
      await read({ practiceId: one.id }, (tx) => tx.site.findUnique({ where: { id: two.siteA } })),
    ).toBeNull()
  })

  it('refuses to write into another practice or to point at its rows', async () => {
    const [one, two] = [await createPractice(database.owner), await createPractice(database.owner)]
    const into = (practiceId: string, personId: string, siteId: string) =>
      write({ practiceId: one.id }, (tx) => tx.personSite.create({ data: { practiceId, personId, siteId } }))
    const mine = await one.actor('officer', [one.siteA])
    const theirs = await two.actor('officer', [two.siteA])
    await expect(into(two.id, theirs.personId, two.siteB)).rejects.toThrow(/row-level security/)
    await expect(into(one.id, mine.personId, two.siteB)).rejects.toThrow(/[Ff]oreign key/)
    await expect(into(one.id, mine.personId, one.siteB)).resolves.toBeTruthy()
    const moved = await write({ practiceId: one.id }, (tx) =>
      tx.site.updateMany({ where: { id: two.siteA }, data: { name: 'Taken' } }),
    )
    expect(moved.count).toBe(0)
  })

  it('refuses writes in a reading transaction', async () => {
    const practice = await createPractice(database.owner)
    const attempt = read({ practiceId: practice.id }, (tx) => tx.site.updateMany({ data: { name: 'x' } }))
    await expect(attempt).rejects.toThrow(/read-only/)
  })

  it('keeps the trail from the application: no update, no delete, no truncate, no forged row changes', async () => {
    const practice = await createPractice(database.owner)
    const run = (sql: string) => write({ practiceId: practice.id }, (tx) => tx.$executeRawUnsafe(sql))
    for (const table of ['AuditEvent', 'RowChange']) {
      await expect(run(`UPDATE "${table}" SET "at" = now()`)).rejects.toThrow(/permission denied/)
      await expect(run(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/)
      await expect(run(`TRUNCATE "${table}"`)).rejects.toThrow(/permission denied/)
    }
    await expect(
      run(
        `INSERT INTO "RowChange" ("practiceId", "tableName", "operation", "databaseRole") VALUES ('${practice.id}', 'x', 'insert', 'y')`,
      ),
    ).rejects.toThrow(/permission denied/)
    for (const table of ['Person', 'AiSystem', 'PhiFlow', 'Obligation', 'Practice', 'Site'])
      await expect(run(`DELETE FROM "${table}"`)).rejects.toThrow(/permission denied/)
  })

  it('wipes a demo practice, and no other', async () => {
    const [demo, real] = [await createPractice(database.owner), await createPractice(database.owner)]
    await database.owner.query('UPDATE "Practice" SET "isDemo" = true WHERE id = $1', [demo.id])
    const wipe = (scope: string, wanted: string) =>
      write({ practiceId: scope }, (tx) => tx.$queryRaw`SELECT wipe_demo_practice(${wanted}::uuid)::text`)
    await expect(wipe(real.id, real.id)).rejects.toThrow(/only the demo practice/)
    await expect(wipe(real.id, demo.id)).rejects.toThrow(/only the demo practice/)
    await wipe(demo.id, demo.id)
    const left = await database.owner.query(
      'SELECT 1 FROM "Practice" WHERE id = $1 UNION ALL SELECT 1 FROM "RowChange" WHERE "practiceId" = $1',
      [demo.id],
    )
    expect(left.rowCount).toBe(0)
    expect(
      (await database.owner.query('SELECT 1 FROM "Site" WHERE "practiceId" = $1', [real.id])).rowCount,
    ).toBe(2)
  })

  it('tells nobody anything about a session token that is not one', async () => {
    expect(await outside('SELECT session_context($1, now()) AS context', [randomUUID()])).toEqual([
      { context: null },
    ])
  })
})
