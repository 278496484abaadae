import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureAppRole } from '../lib/platform/app-role.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../lib/platform/embedded-postgres.ts'
import { withClient } from '../lib/platform/postgres-connect.ts'
import { migrate } from './migrate.ts'

const scratch = mkdtempSync(join(tmpdir(), 'plumbline-migrate-'))
let server: EmbeddedPostgres
let database = 0
let ownerUrl = ''
let folder = ''

beforeAll(async () => {
  server = await startEmbeddedPostgres({
    dataDir: join(scratch, 'postgres'),
    durable: false,
    log: () => undefined,
  })
  await ensureAppRole(server.ownerUrl, 'a')
})
afterAll(async () => {
  await server.stop()
  rmSync(scratch, { recursive: true, force: true })
})
beforeEach(async () => {
  database += 1
  await query(server.ownerUrl, `CREATE DATABASE migrated${database}`)
  ownerUrl = server.ownerUrl.replace('/plumbline?', `/migrated${database}?`)
  folder = join(scratch, `migrations${database}`)
  add('1_things', 'CREATE TABLE thing (id int);')
})

const query = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)

function add(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

const grants = `CREATE FUNCTION grant_application_rights(application name) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA public TO %I', application); END $$;`

describe('migrations', () => {
  it('are applied in order, once', async () => {
    add('2_more', 'ALTER TABLE thing ADD name text;')
    expect(await migrate(ownerUrl, { folder })).toEqual(['1_things', '2_more'])
    expect(await migrate(ownerUrl, { folder })).toEqual([])
    add('3_again', 'ALTER TABLE thing ADD more text;')
    expect(await migrate(ownerUrl, { folder })).toEqual(['3_again'])
  })

  it('are applied once when several instances start together', async () => {
    add('2_slow', 'SELECT pg_sleep(0.3); CREATE TABLE once (id int);')
    const applied = await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, { folder })))
    expect(applied.flat().toSorted()).toEqual(['1_things', '2_slow'])
  })

  it('that fail leave nothing of themselves, and say which, where and why in one line', async () => {
    add(
      '2_broken',
      'CREATE TABLE half (id int);\nINSERT INTO thing VALUES (1);\nINSERT INTO nowhere VALUES (1);',
    )
    await expect(migrate(ownerUrl, { folder })).rejects.toThrow(
      /^Migration 2_broken failed at line 3: relation "nowhere" does not exist[.] The data is as it was before it[^\n]+$/,
    )
    const left = await query(
      ownerUrl,
      "SELECT to_regclass('half') AS half, (SELECT count(*)::int FROM thing) AS rows",
    )
    expect(left).toEqual([{ half: null, rows: 0 }])
    add('2_broken', 'CREATE TABLE half (id int);')
    expect(await migrate(ownerUrl, { folder })).toEqual(['2_broken'])
  })

  it('may not end the transaction that undoes them', async () => {
    add('2_commits', 'CREATE TABLE half (id int);\nCOMMIT;')
    await expect(migrate(ownerUrl, { folder })).rejects.toThrow(/2_commits failed: it must not begin or end/)
    expect(await query(ownerUrl, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }])
  })

  it('of a newer version stop an older one', async () => {
    add('2_newer', 'CREATE TABLE newer (id int);')
    await migrate(ownerUrl, { folder })
    rmSync(join(folder, '2_newer'), { recursive: true })
    await expect(migrate(ownerUrl, { folder })).rejects.toThrow(
      /upgraded by a newer Plumbline [(]migration 2_newer[)]/,
    )
  })

  it('may not be changed once they are applied', async () => {
    await migrate(ownerUrl, { folder })
    add('1_things', 'CREATE TABLE thing (id bigint);')
    await expect(migrate(ownerUrl, { folder })).rejects.toThrow(
      /1_things was changed after this database got it/,
    )
  })

  it('give the application its rights in the same step, also a role that comes later', async () => {
    add('2_grants', grants)
    const appUrl = await ensureAppRole(server.ownerUrl, 'a')
    const here = appUrl.replace('/plumbline?', `/migrated${database}?`)
    await migrate(ownerUrl, { folder })
    expect(await query(here, 'SELECT * FROM thing')).toEqual([])
    const laterUrl = await ensureAppRole(server.ownerUrl, 'b', 'plumbline_later')
    await migrate(ownerUrl, { folder, role: 'plumbline_later' })
    expect(
      await query(laterUrl.replace('/plumbline?', `/migrated${database}?`), 'SELECT * FROM thing'),
    ).toEqual([])
  })
})
