import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { APP_ROLE } from '../lib/platform/app-role.ts'
import { PlainError } from '../lib/platform/plain-error.ts'
import { withClient } from '../lib/platform/postgres-connect.ts'
import { openAppRole } from './serve/database.ts'
import { onInstallation } from './serve/installation.ts'

const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations', import.meta.url))
/** The number that the Prisma CLI locks too, so that neither runs beside the other. */
const ADVISORY_LOCK = 72707369
const LOCK_WAIT = '60s'
const OWN_TRANSACTION = /^\s*(BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK)\s*;/im

// The table of the Prisma CLI, so that its `migrate status` and `migrate diff` go on working.
const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0)`

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface Applied {
  name: string
  checksum: string
  finished: boolean
}

export interface MigrateOptions {
  /** The application's role, which must exist: it gets its rights with each migration. */
  role?: string
  folder?: string
}

/**
 * Brings a database to the state of the migrations folder and returns the names of what it applied, oldest first. Each
 * migration, its record and the application's rights are one transaction: a failure or a kill leaves the database as it
 * was before that migration. Several may call it at once. Throws a PlainError that names the migration and the
 * database's message.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const { role = APP_ROLE, folder = MIGRATIONS } = options
  const migrations = readMigrations(folder)
  return withClient(ownerUrl, async (client) => {
    const upToDate = pendingOf(migrations, await appliedTo(client)).length === 0
    if (upToDate && (await hasRights(client, role))) return []
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(`SET lock_timeout = '${LOCK_WAIT}'`)
    await client.query('SET client_min_messages = error')
    await client.query(RECORD_TABLE)
    const pending = pendingOf(migrations, await appliedTo(client))
    for (const migration of pending) await apply(client, migration, role)
    if (pending.length === 0) await grantRights(client, role)
    return pending.map((migration) => migration.name)
  })
}

/** Which migrations of the folder the database lacks. Throws a PlainError when the two contradict each other. */
function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of applied) {
    const migration = known.get(name)
    if (!finished) {
      throw new PlainError(
        `Migration ${name} was left half done by another tool: restore a backup, or settle it with "prisma migrate resolve"`,
      )
    }
    if (!migration) {
      throw new PlainError(
        `The database was upgraded by a newer Plumbline (migration ${name}): start that version, or restore a backup from before it`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new PlainError(
        `Migration ${name} was changed after this database got it: put the file back (in development, remove the data folder instead)`,
      )
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function appliedTo(client: pg.Client): Promise<Applied[]> {
  const table = await client.query("SELECT WHERE to_regclass('_prisma_migrations') IS NOT NULL")
  if (!table.rowCount) return []
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration, role: string): Promise<void> {
  try {
    await client.query('BEGIN')
    if (OWN_TRANSACTION.test(sql)) throw new Error('it must not begin or end a transaction by itself')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await grantRights(client, role)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new PlainError(
      `Migration ${name} failed${lineOf(error, sql)}: ${(error as Error).message}. The data is as it was before it: go on with the earlier version, or remove the cause and start again`,
    )
  }
}

/** Whether the role was ever given rights here; each migration renews them. */
async function hasRights(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(
    "SELECT has_table_privilege(oid, '_prisma_migrations', 'SELECT') AS granted FROM pg_roles WHERE rolname = $1",
    [role],
  )
  return rows[0]?.granted ?? false
}

/** What the role may do is written in the migrations, as a function of the role's name. */
async function grantRights(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regprocedure('grant_application_rights(name)') IS NOT NULL AS there",
  )
  if (rows[0]?.there) await client.query('SELECT grant_application_rights($1)', [role])
}

function lineOf(error: unknown, sql: string): string {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN
  return position > 0 ? ` at line ${sql.slice(0, position).split('\n').length}` : ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await onInstallation(async ({ database, secrets }) => {
    const { role } = await openAppRole(database.ownerUrl, secrets.encryptionKey, process.env)
    const applied = await migrate(database.ownerUrl, { role })
    process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}\n` : 'Nothing to apply\n')
  })
}
