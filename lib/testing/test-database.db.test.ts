import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { env } from '#lib/platform/env'
import { withDatabase } from './database-server.ts'
import { createTestDatabase, dropTestDatabase, useTestDatabase } from './test-database.ts'

const database = useTestDatabase()

async function asApplication<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client(database.appUrl)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

test('the application is pointed at the database of this file', () => {
  expect(env().databaseUrl).toBe(database.appUrl)
  expect(new URL(database.appUrl).pathname).toMatch(/^\/test_\d+_[0-9a-f]+_[0-9a-f]+$/)
})

test('the application logs in as an ordinary role that owns nothing', async () => {
  const [role] = await asApplication(
    'SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user',
  )
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false })
  const owned = await asApplication(
    "SELECT FROM pg_class WHERE relowner = current_user::regrole AND relkind = 'r'",
  )
  expect(owned).toEqual([])
})

test('the tables of the newest migration are there', async () => {
  const { rows } = await database.owner.query('SELECT count(*)::int AS applied FROM _prisma_migrations')
  expect(rows).toEqual([{ applied: expect.any(Number) as number }])
  expect(await asApplication('SELECT to_regclass(\'"Practice"\') IS NOT NULL AS made')).toEqual([
    { made: true },
  ])
})

test('rows of one test file are not seen by another', async () => {
  const server = inject('testServer')
  await database.owner.query('CREATE TABLE only_here AS SELECT 1 AS one')
  const other = await createTestDatabase(server)
  try {
    const client = new pg.Client(withDatabase(server.ownerUrl, other))
    await client.connect()
    const { rows } = await client.query("SELECT to_regclass('only_here') AS found")
    await client.end()
    expect(rows).toEqual([{ found: null }])
  } finally {
    await dropTestDatabase(server, other)
  }
})

test.each(['plumbline', 'postgres', 'test_1_other_run', 'test_template_0123'])(
  'a database that this run did not make is not dropped: %s',
  async (name) => {
    await expect(dropTestDatabase(inject('testServer'), name)).rejects.toThrow(
      'was not made by this test run',
    )
  },
)

test('a name that would smuggle in more SQL is refused', async () => {
  const server = inject('testServer')
  await expect(dropTestDatabase(server, `test_${server.run}_x; DROP DATABASE plumbline`)).rejects.toThrow(
    'it stays',
  )
})
