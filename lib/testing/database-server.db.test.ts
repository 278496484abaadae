import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '#lib/platform/postgres-connect'
import { fingerprintOf, openTestServer, withDatabase } from './database-server.ts'
import { createTestDatabase } from './test-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-server-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const prepareWith = (table: string) => (url: string) =>
  withClient(url, async (client) => {
    await client.query(`CREATE TABLE ${table} (id int)`)
  })

async function databasesOf(ownerUrl: string, prefix: string): Promise<string[]> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      prefix,
    ]),
  )
  return rows.map(({ datname }) => datname)
}

async function tablesOf(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"),
  )
  return rows.map(({ tablename }) => tablename)
}

const cacheDir = join(folder, 'cache')
let preparations = 0
const open = () =>
  openTestServer({
    fingerprint: 'own',
    cacheDir,
    prepare: async (url) => {
      preparations += 1
      await prepareWith('own')(url)
    },
  })

describe('a server of our own', () => {
  test('is prepared once, serves two runs at once and leaves only the prepared copy', async () => {
    const first = await open()
    const second = await open()
    expect(preparations).toBe(1)
    expect(first.server.ownerUrl).not.toBe(second.server.ownerUrl)
    for (const { server } of [first, second]) {
      const name = await createTestDatabase(server)
      expect(await tablesOf(withDatabase(server.ownerUrl, name))).toEqual(['own'])
    }
    await Promise.all([first.close(), second.close()])
    expect(readdirSync(cacheDir)).toEqual(['ready-own'])
  })

  test('sweeps away what killed runs left, and the prepared copies used longest ago', async () => {
    const old = ['ready-1', 'ready-2', 'ready-3', 'ready-4']
    old.forEach((name, age) => {
      mkdirSync(join(cacheDir, name))
      utimesSync(join(cacheDir, name), 1_000_000 - age, 1_000_000 - age)
    })
    mkdirSync(join(cacheDir, 'run-2147483646_abc'))
    mkdirSync(join(cacheDir, `run-${process.ppid}_abc`))
    const { close } = await open()
    await close()
    const kept = ['ready-1', 'ready-2', 'ready-3', 'ready-own', `run-${process.ppid}_abc`]
    expect(readdirSync(cacheDir).toSorted()).toEqual(kept)
  })
})

describe('a server that is there already', () => {
  let there: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    there = await open()
  })
  afterAll(() => there.close())

  test('keeps the template for the next run and loses the databases of this one', async () => {
    const { ownerUrl } = there.server
    const outside = { fingerprint: 'outside', externalUrl: ownerUrl }
    const { server, close } = await openTestServer({ ...outside, prepare: prepareWith('outside') })
    expect(server.template).not.toBe(there.server.template)
    const name = await createTestDatabase(server)
    expect(await tablesOf(withDatabase(ownerUrl, name))).toEqual(['outside'])
    await close()
    expect(await databasesOf(ownerUrl, `test_${server.run}_`)).toEqual([])

    const again = () => Promise.reject(new Error('prepared twice'))
    const next = await openTestServer({ ...outside, prepare: again })
    expect(next.server.template).toBe(server.template)
  })

  test('keeps nothing of a preparation that failed', async () => {
    const { ownerUrl } = there.server
    const prepare = () => Promise.reject(new Error('migration 7 failed'))
    const failing = openTestServer({ fingerprint: 'failing', externalUrl: ownerUrl, prepare })
    await expect(failing).rejects.toThrow('migration 7 failed')
    expect(await databasesOf(ownerUrl, 'test_unfinished')).toEqual([])
    expect(await databasesOf(ownerUrl, 'test_template_failing')).toEqual([])
  })
})

test('the fingerprint changes with contents and names, not with the place', () => {
  const make = (place: string, name: string, text: string) => {
    mkdirSync(join(folder, place))
    writeFileSync(join(folder, place, name), text)
    return fingerprintOf([join(folder, place)])
  }
  const original = make('one', 'a.sql', 'SELECT 1')
  expect(make('two', 'a.sql', 'SELECT 1')).toBe(original)
  expect(make('three', 'a.sql', 'SELECT 2')).not.toBe(original)
  expect(make('four', 'b.sql', 'SELECT 1')).not.toBe(original)
})
