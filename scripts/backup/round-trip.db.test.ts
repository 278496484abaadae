import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { createDemoPractice } from '#lib/flows/demo-practice'
import { evidence } from '#lib/registry'
import { facts } from '#lib/testing/ai-systems'
import { withDatabase } from '#lib/testing/database-server'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { verifyContents } from '../evidence/verify.ts'
import { dump, tablesInOrder } from './dump.ts'
import { restore } from './load.ts'

const database = useTestDatabase()
const server = inject('testServer')
const key = randomBytes(32).toString('base64')
const folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-test-'))
const file = join(folder, 'practice.backup')

/** An empty database beside the test's own, for as long as `work` takes. */
async function inEmptyDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const name = `test_${server.run}_${randomBytes(6).toString('hex')}`
  await database.owner.query(`CREATE DATABASE ${name}`)
  try {
    await work(withDatabase(server.ownerUrl, name))
  } finally {
    await database.owner.query(`DROP DATABASE ${name} WITH (FORCE)`)
  }
}

async function contents(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const sums: Record<string, string> = {}
  for (const table of await tablesInOrder(client)) {
    const { rows } = await client.query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(to_jsonb(t)::text, '|' ORDER BY to_jsonb(t)::text)), '') AS sum FROM "${table}" t`,
    )
    sums[table] = rows[0]?.sum ?? ''
  }
  await client.end()
  return sums
}

beforeAll(async () => {
  await createDemoPractice(new Date('2026-11-22T12:00:00Z'))
  await database.owner.query(
    `INSERT INTO "ImportBatch" (id, "practiceId", kind, "fileName", "fileHash", content, state, "rowCount", "createdById", "createdAt")
     SELECT gen_random_uuid(), id, 'ai-system', 'üñï "quoted".csv', 'x', '\\x00ff0a5c22', 'uploaded', 1, id, now() FROM "Practice"`,
  )
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const { id } = valueOf(await createSystem(officer, { ...facts, ownerId: officer.personId }))
  const long = Buffer.from(randomBytes(3_000_000).toString('hex'))
  const first = valueOf(await sendFile(officer, id, long, { name: 'long.txt', validUntil: '2027-01-31' }))
  valueOf(await sendFile(officer, id, pdfFile('newer'), { replacesId: first.id }))
  // Writes the row anew, behind the one that points to it.
  valueOf(await evidence.commands.withdraw(officer, { id: first.id, reason: 'Of last year' }))
  await dump(database.ownerUrl, key, file, new Date('2026-11-22T12:00:00Z'))
})

describe('a backup', () => {
  it('brings back every row of every table as it was, and adds nothing of its own', async () => {
    await inEmptyDatabase(async (url) => {
      const restored = await restore(url, key, file, server.application.role)
      expect(restored).toMatchObject({ sameKey: true, createdAt: '2026-11-22T12:00:00.000Z' })
      expect(restored.counts.AuditEvent).toBeGreaterThan(50)
      expect(await contents(url)).toEqual(await contents(database.ownerUrl))
    })
  })

  it('brings back files that open and are what they were', async () => {
    await inEmptyDatabase(async (url) => {
      await restore(url, key, file, server.application.role)
      const filesKey = Buffer.alloc(32, 'test')
      const verified = await verifyContents(url, filesKey)
      expect(verified).toEqual(await verifyContents(database.ownerUrl, filesKey))
      expect(verified.damaged).toEqual([])
      // Those of the demo practice come on top.
      expect(verified.bytes).toBeGreaterThan(6_000_000 + pdfFile('newer').length)
    })
  })

  it('does not send again what waited when it was made', async () => {
    await database.owner.query(
      `INSERT INTO "OutgoingMail" (id, "practiceId", key, "toAddress", "toName", subject, body, state, "queuedAt", "nextTryAt")
       SELECT gen_random_uuid(), id, 'waiting', 'a@example.org', 'A', 's', 'b', 'waiting', now(), now() FROM "Practice" LIMIT 1`,
    )
    const later = join(folder, 'with-mail.backup')
    await dump(database.ownerUrl, key, later, new Date('2026-11-22T13:00:00Z'))
    await database.owner.query('DELETE FROM "OutgoingMail"')
    await inEmptyDatabase(async (url) => {
      await restore(url, key, later, server.application.role)
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query('SELECT state FROM "OutgoingMail"')
      await client.end()
      expect(rows).toEqual([{ state: 'refused' }])
    })
  })

  it('is refused by a database that holds a practice', async () => {
    await expect(restore(database.ownerUrl, key, file, server.application.role)).rejects.toThrow(
      /already holds a practice/,
    )
  })

  it('is refused when it was cut off or changed, and leaves no row behind', async () => {
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    const cut = join(folder, 'cut')
    writeFileSync(cut, gzipSync(text.slice(0, text.lastIndexOf('{"end"'))))
    const changed = join(folder, 'changed')
    writeFileSync(changed, gzipSync(text.replace('Dana Whitfield', 'Dana Whitfield II')))
    const torn = join(folder, 'torn')
    writeFileSync(torn, readFileSync(file).subarray(0, 4_000))
    await inEmptyDatabase(async (url) => {
      await expect(restore(url, key, cut, server.application.role)).rejects.toThrow(/its end is missing/)
      await expect(restore(url, key, changed, server.application.role)).rejects.toThrow(/check sum/)
      await expect(restore(url, key, torn, server.application.role)).rejects.toThrow(/damaged/)
      expect((await contents(url)).Person).toMatch(/^0 /)
      await restore(url, key, file, server.application.role)
    })
  })

  it('says so when it was made under another key', async () => {
    await inEmptyDatabase(async (url) => {
      const other = randomBytes(32).toString('base64')
      expect((await restore(url, other, file, server.application.role)).sameKey).toBe(false)
    })
  })
})
