import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import type { Actor } from '#lib/kernel/access'
import { CHUNK_BYTES } from '#lib/platform/file-cipher'
import { evidence } from '#lib/registry'
import { facts } from '#lib/testing/ai-systems'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile, pngFile } from '#lib/testing/files'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'

const database = useTestDatabase()
let practice: TestPractice
let officer: Actor
let owner: Actor

beforeAll(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  owner = await practice.actor('owner')
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function system(more: Partial<typeof facts> = {}, by = officer): Promise<string> {
  return valueOf(await createSystem(by, { ...facts, ownerId: by.personId, ...more })).id
}

async function rows<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await database.owner.query(sql, values)).rows as Row[]
}

async function opened(actor: Actor, id: string): Promise<Buffer> {
  const { stream } = valueOf(await evidence.open(actor, id, 'download'))
  return Buffer.from(await new Response(stream).arrayBuffer())
}

const sentences = async (kind: string, id: string) =>
  (
    await rows<{ sentence: string }>(
      'SELECT sentence FROM "AuditEvent" WHERE "recordKind" = $1 AND "recordId" = $2 ORDER BY at, id',
      kind,
      id,
    )
  ).map(({ sentence }) => sentence)

/** A text of three pieces, different every time. */
const long = () => Buffer.from(randomBytes(CHUNK_BYTES + 1_000).toString('hex'))

describe('a file on a record', () => {
  it('comes back byte for byte, and the trail says who added and who took it', async () => {
    const recordId = await system()
    const bytes = long()
    const { id } = valueOf(await sendFile(officer, recordId, bytes, { name: 'C:\\Temp\\log\u202E.txt' }))
    expect(await opened(owner, id)).toEqual(bytes)
    const files = await evidence.list(owner, 'ai-system', recordId)
    expect(files?.files).toMatchObject([
      { title: 'SOC 2 report', fileName: 'log.txt', type: 'text', size: bytes.length, scan: 'not-scanned' },
    ])
    expect(await sentences('ai-system', recordId)).toContain(
      'Added the file “SOC 2 report” (log.txt, Text, 2.1 MB)',
    )
    expect(await sentences('evidence', id)).toEqual([
      expect.stringMatching(/^Downloaded the file “SOC 2 report” of AI-\d+ Ambient scribe$/),
    ])
  })

  it('is kept once however often and under whatever name it comes, and encrypted', async () => {
    const bytes = Buffer.from(`secret words ${randomBytes(20).toString('hex')}`)
    const first = await system()
    valueOf(await sendFile(officer, first, bytes, { name: 'a.txt' }))
    valueOf(await sendFile(owner, await system(), bytes, { name: 'b.txt' }))
    const again = [
      sendFile(officer, first, bytes, { name: 'c.txt' }),
      sendFile(owner, first, bytes, { name: 'd.txt' }),
    ]
    for (const result of await Promise.all(again)) valueOf(result)
    const found = await rows<{ sealed: Buffer; uses: string }>(
      `SELECT k.sealed, (SELECT count(*) FROM "Evidence" e WHERE e."contentId" = c.id) AS uses
       FROM "FileContent" c JOIN "FileChunk" k ON k."contentId" = c.id WHERE c.size = $1`,
      bytes.length,
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.uses).toBe('4')
    expect(found[0]?.sealed.includes('secret words')).toBe(false)
  })

  it('is for those who may read the record, and nobody else', async () => {
    const recordId = await system({ siteIds: [practice.siteA] })
    const { id } = valueOf(await sendFile(officer, recordId, pdfFile('one')))
    const stranger = await (await createPractice(database.owner)).actor('officer')
    const otherLead = await practice.actor('site-lead', [practice.siteB])
    const staff = await practice.actor('staff')
    for (const actor of [stranger, otherLead, staff]) {
      expect(await evidence.list(actor, 'ai-system', recordId)).toBeNull()
      expect(await evidence.get(actor, id)).toBeNull()
      expect(await evidence.mayAdd(actor, 'ai-system', recordId)).toBeNull()
      expect((await evidence.open(actor, id, 'download')).ok).toBe(false)
      expect((await sendFile(actor, recordId, pdfFile('two'))).ok).toBe(false)
    }
    const lead = await practice.actor('site-lead', [practice.siteA])
    expect((await opened(lead, id)).toString('latin1')).toContain('one')
    const auditor = await practice.actor('auditor')
    expect((await opened(auditor, id)).toString('latin1')).toContain('one')
    expect(await evidence.mayAdd(auditor, 'ai-system', recordId)).toBeNull()
    expect(await sendFile(auditor, recordId, pdfFile('three'))).toMatchObject({
      ok: false,
      code: 'forbidden',
    })
    // The same bytes in another practice are another content.
    valueOf(await sendFile(stranger, await system({}, stranger), pdfFile('one')))
    expect(
      await rows('SELECT DISTINCT "practiceId" FROM "FileContent" WHERE size = $1', pdfFile('one').length),
    ).toHaveLength(2)
  })

  it('can neither be changed nor deleted by the application, only withdrawn', async () => {
    const recordId = await system()
    valueOf(await sendFile(officer, recordId, pdfFile('kept')))
    const { default: pg } = await import('pg')
    const app = new pg.Client({ connectionString: database.appUrl })
    await app.connect()
    await app.query(`SELECT set_config('app.practice', $1, false)`, [practice.id])
    for (const sql of [
      `UPDATE "FileChunk" SET sealed = ''`,
      `DELETE FROM "FileChunk"`,
      `TRUNCATE "FileChunk"`,
      `UPDATE "FileContent" SET sha256 = ''`,
      `DELETE FROM "FileContent"`,
      `UPDATE "Evidence" SET "fileName" = 'other.pdf'`,
      `UPDATE "Evidence" SET "contentId" = gen_random_uuid()`,
      `DELETE FROM "Evidence"`,
    ])
      await expect(app.query(sql), sql).rejects.toThrow(/permission denied/)
    expect((await app.query('SELECT 1 FROM "FileChunk" LIMIT 1')).rowCount).toBe(1)
    await app.end()
  })

  it('is withdrawn with a reason, stays in the list, and opens only for those who withdraw', async () => {
    const recordId = await system()
    const { id } = valueOf(
      await sendFile(officer, recordId, pngFile(), { name: 'x.png', validUntil: '2027-01-31' }),
    )
    expect(await evidence.commands.withdraw(owner, { id, reason: 'No' })).toMatchObject({ code: 'forbidden' })
    expect(await evidence.commands.withdraw(officer, { id, reason: '' })).toMatchObject({ code: 'invalid' })
    valueOf(await evidence.commands.withdraw(officer, { id, reason: 'Wrong vendor' }))
    expect(await evidence.commands.withdraw(officer, { id, reason: 'Again' })).toMatchObject({
      code: 'conflict',
    })
    const listed = await evidence.list(owner, 'ai-system', recordId)
    expect(listed?.files[0]?.withdrawn).toMatchObject({ byName: officer.name, reason: 'Wrong vendor' })
    expect(await evidence.open(owner, id, 'download')).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await opened(officer, id)).toEqual(pngFile())
  })

  it('that is damaged where it is stored is not handed out, and the trail says so', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const recordId = await system()
    const flip = (id: string, place: number) =>
      database.owner.query(
        `UPDATE "FileChunk" SET sealed = set_byte(sealed, 500, get_byte(sealed, 500) # 1)
         WHERE place = $2 AND "contentId" = (SELECT "contentId" FROM "Evidence" WHERE id = $1)`,
        [id, place],
      )
    const small = valueOf(
      await sendFile(officer, recordId, Buffer.from(`small ${randomBytes(300).toString('hex')}`), {
        name: 'a.txt',
      }),
    )
    await flip(small.id, 0)
    const answer = await evidence.open(officer, small.id, 'download')
    expect(answer).toMatchObject({
      ok: false,
      code: 'fault',
      message: expect.stringMatching(/damaged.*error [0-9A-F]{10}/) as unknown,
    })
    expect((await sentences('evidence', small.id)).at(-1)).toMatch(
      /what is stored is damaged\. Error [0-9A-F]{10}$/,
    )

    const large = valueOf(await sendFile(officer, recordId, long(), { name: 'b.txt' }))
    await flip(large.id, 2)
    await expect(opened(officer, large.id)).rejects.toThrow(/damaged/)
    expect((await sentences('evidence', large.id)).at(-1)).toMatch(/what is stored is damaged/)

    const cut = valueOf(await sendFile(officer, recordId, long(), { name: 'c.txt' }))
    await database.owner.query(
      `DELETE FROM "FileChunk" WHERE place = 1 AND "contentId" = (SELECT "contentId" FROM "Evidence" WHERE id = $1)`,
      [cut.id],
    )
    await expect(opened(officer, cut.id)).rejects.toThrow(/damaged/)
  })

  it('is not added to what is archived, nor without saying what it is', async () => {
    const recordId = await system()
    expect(await sendFile(officer, recordId, pdfFile('x'), { title: ' ' })).toMatchObject({
      message: 'Say what it is, in a few words.',
    })
    expect(await sendFile(officer, recordId, pdfFile('x'), { validUntil: '2027-02-30' })).toMatchObject({
      message: 'Use a real date.',
    })
    await database.owner.query('UPDATE "AiSystem" SET "archivedAt" = now() WHERE id = $1', [recordId])
    expect(await evidence.mayAdd(officer, 'ai-system', recordId)).toBeNull()
    expect(await sendFile(officer, recordId, pdfFile('x'))).toMatchObject({ code: 'conflict' })
    expect(await sendFile(officer, recordId, Buffer.from('MZ\0\0'), { name: 'x.pdf' })).toMatchObject({
      message: expect.stringMatching(/program/) as unknown,
    })
  })
})
