import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { withClient, withCredentials } from '#lib/platform/postgres-connect'
import { type TestServer, withDatabase } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** A database of one test file. Each part throws when it is used before the tests run. */
export interface TestDatabase {
  /** Everything is allowed to this login: to arrange and to look behind the scenes. */
  readonly ownerUrl: string
  /** What the application connects with. It is in the environment already. */
  readonly appUrl: string
  /** A pool of the owner's, closed after the file. */
  readonly owner: pg.Pool
}

/**
 * Gives this test file a migrated, empty database of its own and points the application at it. Call it once, at the top
 * level of a *.db.test.ts file.
 */
export function useTestDatabase(): TestDatabase {
  let opened: (TestDatabase & { name: string }) | undefined
  const part = <K extends keyof TestDatabase>(key: K): TestDatabase[K] => {
    if (!opened)
      throw new Error('the test database opens before the first test: use it inside tests and hooks')
    return opened[key]
  }
  const server = inject('testServer')

  beforeAll(async () => {
    const name = await createTestDatabase(server)
    const ownerUrl = withDatabase(server.ownerUrl, name)
    const appUrl = withCredentials(ownerUrl, server.application.role, server.application.password)
    process.env.DATABASE_URL = appUrl
    opened = { name, ownerUrl, appUrl, owner: new pg.Pool({ connectionString: ownerUrl, max: 4 }) }
  })

  afterAll(async () => {
    if (!opened) return
    const { disconnect } = await import('#lib/platform/db')
    await disconnect()
    await opened.owner.end()
    await dropTestDatabase(server, opened.name)
  })

  return {
    get ownerUrl() {
      return part('ownerUrl')
    },
    get appUrl() {
      return part('appUrl')
    },
    get owner() {
      return part('owner')
    },
  }
}

/** Copies the template; returns the new database's name. */
export async function createTestDatabase(server: TestServer): Promise<string> {
  const name = `test_${server.run}_${randomBytes(6).toString('hex')}`
  await asOwner(server, `CREATE DATABASE ${name} TEMPLATE ${server.template}`)
  return name
}

/** Drops a database that this run made, and refuses any other. Fails when a connection to it was left open. */
export async function dropTestDatabase(server: TestServer, name: string): Promise<void> {
  if (!name.startsWith(`test_${server.run}_`) || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error(`${name} was not made by this test run: it stays`)
  }
  // Without FORCE, PostgreSQL waits five seconds for connections that are just closing.
  await asOwner(server, `DROP DATABASE ${name}`)
}

async function asOwner(server: TestServer, sql: string): Promise<void> {
  await withClient(server.ownerUrl, (client) => client.query(sql))
}
