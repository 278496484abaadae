import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { z } from 'zod'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { withClient } from '../../lib/platform/postgres-connect.ts'
import { migrate } from '../migrate.ts'
import { BACKUP_FORMAT, keyCheck } from './dump.ts'

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

const headerLine = z.object({
  format: z.number(),
  createdAt: z.string(),
  migrations: z.array(z.string()),
  keyCheck: z.string(),
})
const rowsLine = z.object({ table: z.string().regex(/^[A-Za-z]+$/), rows: z.array(z.unknown()) })
const endLine = z.object({ end: z.record(z.string(), z.number()), sha256: z.string() })

export interface Restored {
  counts: Record<string, number>
  createdAt: string
  /** False when second factors in it were encrypted under another key: those people must set up a new one. */
  sameKey: boolean
}

/**
 * Puts a backup into a database without a practice: all of it or, when anything is wrong with the file, nothing. A backup
 * of an older version is loaded as it was and then migrated. Throws a PlainError.
 */
export async function restore(
  ownerUrl: string,
  encryptionKey: string,
  file: string,
  role: string,
): Promise<Restored> {
  if (!existsSync(file)) throw new PlainError(`${file} does not exist`)
  const header = await readHeader(file)
  const folder = foldersOf(header.migrations)
  try {
    await refuseFilled(ownerUrl)
    await migrate(ownerUrl, { role, folder })
  } finally {
    rmSync(folder, { recursive: true })
  }
  const counts = await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    const loaded = await loadRows(client, file)
    await client.query('COMMIT')
    return loaded
  })
  await migrate(ownerUrl, { role })
  return { counts, createdAt: header.createdAt, sameKey: header.keyCheck === keyCheck(encryptionKey) }
}

async function refuseFilled(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public."Practice"') IS NOT NULL AS there`,
    )
    if (!rows[0]?.there) return
    const filled = await client.query(`SELECT 1 FROM "Practice" LIMIT 1`)
    if (filled.rowCount)
      throw new PlainError(
        'The database already holds a practice: restore into an empty one (another PLUMBLINE_DATA or DATABASE_URL)',
      )
  })
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file)
  const unpacked = packed.pipe(createGunzip())
  // Whoever reads only the header leaves; what the stream finds wrong after that is nobody's concern.
  unpacked.on('error', () => packed.destroy())
  // The beginning of a line that is not there whole, in pieces: lines with files in them are megabytes long.
  let begun: string[] = []
  try {
    for await (const chunk of unpacked.setEncoding('utf8')) {
      const [first = '', ...others] = String(chunk).split('\n')
      begun.push(first)
      const rest = others.pop()
      if (rest === undefined) continue
      yield begun.join('')
      yield* others
      begun = [rest]
    }
  } catch (error) {
    if (error instanceof PlainError) throw error
    throw new PlainError(`${file} is damaged or not a backup of Plumbline`)
  } finally {
    packed.destroy()
  }
  const last = begun.join('')
  if (last !== '') yield last
}

function parse<T>(file: string, schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line))
  } catch {
    throw new PlainError(`${file} is damaged or not a backup of Plumbline`)
  }
}

async function readHeader(file: string): Promise<z.output<typeof headerLine>> {
  for await (const line of linesOf(file)) {
    const header = parse(file, headerLine, line)
    if (header.format !== BACKUP_FORMAT) throw new PlainError(`${file} was written by a newer Plumbline`)
    const missing = header.migrations.find((name) => !existsSync(join(MIGRATIONS, name)))
    if (missing) throw new PlainError(`${file} was written by a newer Plumbline (migration ${missing})`)
    return header
  }
  throw new PlainError(`${file} is damaged or not a backup of Plumbline`)
}

/** A folder with just the migrations that the backup's database had. */
function foldersOf(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-restore-'))
  for (const name of names) cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true })
  return folder
}

async function loadRows(client: pg.Client, file: string): Promise<Record<string, number>> {
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  const columns = await insertable(client)
  await client.query('SELECT set_config($1, $2, true)', ['app.correlation', ''])
  await setTriggers(client, columns, 'DISABLE')
  let first = true
  let ended = false
  for await (const line of linesOf(file)) {
    if (ended) throw new PlainError(`${file} is damaged: there is more behind its end`)
    if (!first && line.startsWith('{"end"')) {
      const { end, sha256 } = parse(file, endLine, line)
      const same = Object.entries(end).every(([table, rows]) => (counts[table] ?? 0) === rows)
      if (sha256 !== hash.digest('hex') || !same)
        throw new PlainError(`${file} is damaged: its check sum does not fit`)
      ended = true
      continue
    }
    hash.update(`${line}\n`)
    if (!first) {
      const { table, rows } = parse(file, rowsLine, line)
      const list = columns.get(table)
      if (!list) throw new PlainError(`${file} has a table ${table} that this version does not know`)
      await client.query(
        `INSERT INTO "${table}" (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
        [JSON.stringify(rows)],
      )
      counts[table] = (counts[table] ?? 0) + rows.length
    }
    first = false
  }
  if (!ended) throw new PlainError(`${file} is damaged: its end is missing`)
  // References between rows of one table are checked when all of them are there.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE')
  if (columns.has('OutgoingMail')) await client.query(mailIsNotSentAgain)
  await setTriggers(client, columns, 'ENABLE')
  await client.query(
    `SELECT setval(pg_get_serial_sequence('"RowChange"', 'id'), greatest((SELECT max(id) FROM "RowChange"), 1))`,
  )
  return counts
}

/** What waited when the backup was made has most likely gone out since, from the installation that made it. */
const mailIsNotSentAgain = `
  UPDATE "OutgoingMail" SET "state" = 'refused', "claim" = NULL, "leaseUntil" = NULL, "endedAt" = now(),
    "answer" = 'It waited in a backup that was restored: it may have gone out before, and is not sent again.'
  WHERE "state" IN ('waiting', 'sending')`

/** The columns of every table that can be inserted: generated ones are made anew. */
async function insertable(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; columns: string }>(`
    SELECT table_name AS name, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
    FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER' GROUP BY table_name`)
  return new Map(rows.map((row) => [row.name, row.columns]))
}

/** The rows' own changes are in the backup; loading them must not be recorded as new ones. */
async function setTriggers(
  client: pg.Client,
  tables: Map<string, string>,
  to: 'ENABLE' | 'DISABLE',
): Promise<void> {
  for (const table of tables.keys()) await client.query(`ALTER TABLE "${table}" ${to} TRIGGER USER`)
}
