import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteRange } from '#lib/base/byte-range'
import type { Actor } from '#lib/kernel/access'
import { CHUNK_BYTES } from '#lib/platform/file-cipher'
import { evidence } from '#lib/registry'
import { practiceWithCourse } from '#lib/testing/courses'
import { sendFile } from '#lib/testing/evidence'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'

const database = useTestDatabase()

async function withFile() {
  const { practice, officer, id } = await practiceWithCourse(database.owner)
  // Two pieces and a bit, different every time.
  const bytes = Buffer.from(randomBytes(CHUNK_BYTES + 1_000).toString('hex'))
  const said = { kind: 'course', name: 'long.txt' }
  return { practice, officer, bytes, fileId: valueOf(await sendFile(officer, id, bytes, said)).id }
}

async function part(actor: Actor, id: string, range: ByteRange): Promise<Buffer> {
  const { stream } = valueOf(await evidence.open(actor, id, 'preview', range))
  return Buffer.from(await new Response(stream).arrayBuffer())
}

async function looks(id: string): Promise<number> {
  const { rows } = await database.owner.query(
    `SELECT 1 FROM "AuditEvent" WHERE "recordId" = $1 AND action = 'evidence.open'`,
    [id],
  )
  return rows.length
}

describe('a part of a file', () => {
  it('is exactly those bytes, wherever it begins and ends', async () => {
    const { officer, bytes, fileId } = await withFile()
    const edges = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES, bytes.length - 1]
    const place = fc.oneof(fc.constantFrom(...edges), fc.nat({ max: bytes.length - 1 }))
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        expect((await part(officer, fileId, { from, to })).equals(bytes.subarray(from, to + 1))).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it('leaves a trace of whoever looks, once while they look, and of each of them', async () => {
    const { practice, officer, fileId } = await withFile()
    for (const from of [0, 5, CHUNK_BYTES]) await part(officer, fileId, { from, to: from + 1 })
    expect(await looks(fileId)).toBe(1)
    await part(await practice.actor('auditor'), fileId, { from: 7, to: 9 })
    expect(await looks(fileId)).toBe(2)
    await database.owner.query(
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER USER; UPDATE "AuditEvent" SET at = at - interval '31 minutes'; ALTER TABLE "AuditEvent" ENABLE TRIGGER USER`,
    )
    await part(officer, fileId, { from: 0, to: 1 })
    expect(await looks(fileId)).toBe(3)
  })

  it('is for nobody who may not read the file', async () => {
    const { practice, officer, fileId } = await withFile()
    await part(officer, fileId, { from: 0, to: 1 })
    for (const actor of [await practice.actor('staff'), (await practiceWithCourse(database.owner)).officer])
      expect(await evidence.open(actor, fileId, 'preview', { from: 0, to: 1 })).toMatchObject({ ok: false })
  })

  it('is not handed out when its piece is damaged', async () => {
    const { officer, fileId } = await withFile()
    await database.owner.query(
      `UPDATE "FileChunk" SET sealed = overlay(sealed placing 'x'::bytea from 100) WHERE place = 1 AND "contentId" = (SELECT "contentId" FROM "Evidence" WHERE id = $1)`,
      [fileId],
    )
    expect(await part(officer, fileId, { from: 0, to: 9 })).toHaveLength(10)
    const damaged = await evidence.open(officer, fileId, 'preview', {
      from: CHUNK_BYTES,
      to: CHUNK_BYTES + 9,
    })
    expect(damaged).toMatchObject({ ok: false, code: 'fault' })
  })
})
