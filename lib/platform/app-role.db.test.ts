import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAppRole, ensureAppRole } from './app-role.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { withClient, withCredentials } from './postgres-connect.ts'

const folder = mkdtempSync(join(tmpdir(), 'plumbline-role-'))
let server: EmbeddedPostgres
const query = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)

beforeAll(async () => {
  server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    durable: false,
    log: () => undefined,
  })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the application`s role', () => {
  it('is made on first use, may sign in, and has no privilege of its own', async () => {
    const appUrl = await ensureAppRole(server.ownerUrl, 'first')
    const rights = await query(
      appUrl,
      `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolcanlogin,
         (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = current_user`,
    )
    const no = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
    }
    expect(rights).toEqual([{ rolname: 'plumbline_app', ...no, rolcanlogin: true, owns: 0 }])
  })

  it('gets the new password when it changed, and the old one is of no use any more', async () => {
    const appUrl = await ensureAppRole(server.ownerUrl, 'second')
    await expect(query(appUrl, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }])
    await expect(
      query(withCredentials(server.ownerUrl, 'plumbline_app', 'first'), 'SELECT 1'),
    ).rejects.toThrow(/password authentication failed/)
  })

  it('is not taken away from another installation on the same server', async () => {
    await query(server.ownerUrl, 'CREATE DATABASE another')
    const another = server.ownerUrl.replace('/plumbline?', '/another?')
    await expect(ensureAppRole(another, 'third')).rejects.toThrow(
      /plumbline_app is in use by another installation .*APP_DATABASE_ROLE/,
    )
    await expect(ensureAppRole(another, 'third', 'plumbline_another')).resolves.toContain(
      '//plumbline_another:third@',
    )
    await expect(ensureAppRole(server.ownerUrl, 'second')).resolves.toContain('//plumbline_app:second@')
  })

  it('may be made by several instances at once', async () => {
    for (const password of ['first', 'second', 'third']) {
      const urls = await Promise.all(
        Array.from({ length: 6 }, () => ensureAppRole(server.ownerUrl, password, 'plumbline_many')),
      )
      expect(new Set(urls).size).toBe(1)
    }
  })

  it('is never the owner, nor a role that may become the owner', async () => {
    await expect(checkAppRole(server.ownerUrl, server.ownerUrl)).rejects.toThrow(
      /must not connect as plumbline_owner/,
    )
    const superuser = withCredentials(server.ownerUrl, 'postgres', new URL(server.ownerUrl).password)
    await query(superuser, "CREATE ROLE climber LOGIN PASSWORD 'c'")
    const climber = withCredentials(server.ownerUrl, 'climber', 'c')
    await expect(checkAppRole(climber, server.ownerUrl)).resolves.toBe('climber')
    await query(superuser, 'GRANT plumbline_owner TO climber')
    await expect(checkAppRole(climber, server.ownerUrl)).rejects.toThrow(/must not connect as climber/)
  })

  it('that may not be made is asked of an administrator, in one line', async () => {
    await query(server.ownerUrl, "CREATE ROLE plain LOGIN PASSWORD 'p'")
    const plain = withCredentials(server.ownerUrl, 'plain', 'p')
    await expect(ensureAppRole(plain, 'x', 'plumbline_new')).rejects.toThrow(
      /may not manage the role plumbline_new: have an administrator run CREATE ROLE .* APP_DATABASE_URL$/,
    )
  })
})
