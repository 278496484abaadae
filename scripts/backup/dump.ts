import { createHash, createHmac } from 'node:crypto'
import { createWriteStream, renameSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../../lib/platform/postgres-connect.ts'

/**
 * A backup is gzip over lines of JSON: a header, then batches of rows per table in an order in which foreign keys hold,
 * then an end line with counts and the SHA-256 of every line before it. Job queues and heartbeats are left out.
 */
export const BACKUP_FORMAT = 1
const BATCH = 2_000
/** Rows that hold megabytes each, which are twice as many as text: a line of the backup must fit into memory. */
const WIDE: Readonly<Record<string, number>> = { FileChunk: 4, ImportBatch: 1 }
const TRANSIENT = ['_prisma_migrations', 'WorkerHeartbeat', 'RateLimit']

export interface Header {
  format: number
  createdAt: string
  migrations: string[]
  /** Tells whether a restore has the key that second factors are encrypted with, without giving it away. */
  keyCheck: string
}

/** A mark of an encryption key that does not reveal it. */
export function keyCheck(encryptionKey: string): string {
  return createHmac('sha256', Buffer.from(encryptionKey, 'base64'))
    .update('plumbline backup key check')
    .digest('hex')
    .slice(0, 16)
}

/** Tables in an order in which every foreign key points to an earlier one. */
export async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    SELECT c.relname AS name, ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
      WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname`)
  const left = new Map(
    rows.filter((row) => !TRANSIENT.includes(row.name)).map((row) => [row.name, row.needs]),
  )
  const order: string[] = []
  while (left.size > 0) {
    const ready = [...left]
      .filter(([, needs]) => needs.every((need) => !left.has(need)))
      .map(([name]) => name)
    if (ready.length === 0) throw new Error(`foreign keys go in a circle: ${[...left.keys()].join(', ')}`)
    for (const name of ready) left.delete(name)
    order.push(...ready)
  }
  return order
}

/** Writes one consistent snapshot of the database to a file, which appears only when it is complete. Returns rows per table. */
export async function dump(
  ownerUrl: string,
  encryptionKey: string,
  file: string,
  at: Date,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name`,
    )
    const header: Header = {
      format: BACKUP_FORMAT,
      createdAt: at.toISOString(),
      migrations: rows.map((row) => row.name),
      keyCheck: keyCheck(encryptionKey),
    }
    const partial = `${file}.partial`
    await pipeline(
      Readable.from(lines(client, header, counts)),
      createGzip(),
      createWriteStream(partial, { mode: 0o600 }),
    )
    renameSync(partial, file)
    await client.query('COMMIT')
  })
  return counts
}

async function* lines(
  client: pg.Client,
  header: Header,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line(header)
  for (const table of await tablesInOrder(client)) {
    counts[table] = 0
    await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM "${table}" t`)
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${WIDE[table] ?? BATCH} FROM rows`)
      if (rows.length === 0) break
      counts[table] += rows.length
      // The rows are JSON already: taken apart and put together again they would cost three times as much.
      const text = `{"table":${JSON.stringify(table)},"rows":[${rows.map(({ row }) => row).join(',')}]}\n`
      hash.update(text)
      yield text
    }
    await client.query('CLOSE rows')
  }
  yield `${JSON.stringify({ end: counts, sha256: hash.digest('hex') })}\n`
}
