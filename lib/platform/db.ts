import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from './env.ts'
import { Prisma, PrismaClient } from './prisma/client.ts'

export type Tx = Prisma.TransactionClient

/** Whose rows a transaction may touch, and what its row changes are marked with. */
export interface Scope {
  practiceId: string
  correlationId?: string
}

interface Connections {
  pool: pg.Pool
  client: PrismaClient
}

// Pages and route handlers are bundled apart, so module state would exist twice: the pool hangs on globalThis.
const holder = globalThis as typeof globalThis & { plumblineDatabase?: Connections }

function connections(): Connections {
  if (!holder.plumblineDatabase) {
    const pool = new pg.Pool({
      connectionString: env().databaseUrl,
      max: env().databasePool,
      idleTimeoutMillis: 30_000,
    })
    // An idle connection that the server closes must not end the process; the next query gets a fresh one.
    pool.on('error', () => {})
    holder.plumblineDatabase = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) }
  }
  return holder.plumblineDatabase
}

/** Closes the pool; the next use opens a new one. For scripts and tests. */
export async function disconnect(): Promise<void> {
  const open = holder.plumblineDatabase
  holder.plumblineDatabase = undefined
  if (open) {
    await open.client.$disconnect()
    if (!open.pool.ended) await open.pool.end()
  }
}

/** A read-only transaction that sees one practice. Row-level security does the rest. */
export function read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return connections().client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.practice', ${scope.practiceId}, true), set_config('transaction_read_only', 'on', true)`
      return work(tx)
    },
    { maxWait: 10_000, timeout: 60_000 },
  )
}

/** A writing transaction. Only the kernel's command runner and the sign-in code may use it (checked by the linter). */
export function write<T>(
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  return connections().client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.practice', ${scope.practiceId}, true), set_config('app.correlation', ${scope.correlationId ?? randomUUID()}, true)`
      return work(tx)
    },
    { maxWait: 10_000, timeout: options.timeoutMs ?? 30_000 },
  )
}

/** A query outside any practice: sees only tables without a practice and the narrow functions made for it. */
export async function outside<T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const result = await connections().pool.query<T>(sql, values)
  return result.rows
}

/** A quoted table or column name for raw SQL. Only for names written in code; throws on anything but letters and digits. */
export function unsafeIdentifier(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new TypeError(`not an identifier: ${name}`)
  return `"${name}"`
}

/** True for a violated unique constraint, as the driver reports it. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** SQL's NULL in a JSON column, to write and to look for; JSON's own null is something else. */
export const noJson = Prisma.DbNull
