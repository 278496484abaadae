import { randomBytes } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import { facts } from '#lib/testing/ai-systems'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { verifyContents } from './verify.ts'

const database = useTestDatabase()
const key = Buffer.alloc(32, 'test')
const large = Buffer.from(randomBytes(700_000).toString('hex'))

beforeAll(async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const { id } = valueOf(await createSystem(officer, { ...facts, ownerId: officer.personId }))
  valueOf(await sendFile(officer, id, pdfFile('one')))
  valueOf(await sendFile(officer, id, large, { name: 'large.txt', title: 'A long log' }))
})

const damage = (sql: string, ...values: unknown[]) => database.owner.query(sql, values)
const flip = () =>
  damage(
    `UPDATE "FileChunk" SET sealed = set_byte(sealed, 100000, get_byte(sealed, 100000) # 1) WHERE place = 1`,
  )

it('finds every stored file as it was stored', async () => {
  expect(await verifyContents(database.ownerUrl, key)).toEqual({
    contents: 2,
    bytes: large.length + pdfFile('one').length,
    damaged: [],
  })
})

it('finds one changed byte, and says which file of which record it was', async () => {
  await flip()
  const { damaged } = await verifyContents(database.ownerUrl, key)
  expect(damaged).toHaveLength(1)
  expect(damaged[0]?.what).toMatch(/^piece 2 of 2 does not open/)
  expect(damaged[0]?.files[0]).toMatch(/^A long log \(large\.txt, ai-system .+ of Practice/)
  await flip()
  expect((await verifyContents(database.ownerUrl, key)).damaged).toEqual([])
})

it('finds a piece that is missing, pieces that were swapped, and another key', async () => {
  const other = await verifyContents(database.ownerUrl, randomBytes(32))
  expect(other.damaged).toHaveLength(2)
  const swap = () =>
    damage(
      'UPDATE "FileChunk" SET place = 9 - place WHERE "contentId" IN (SELECT id FROM "FileContent" WHERE "chunkCount" = 2)',
    )
  await swap()
  await damage('UPDATE "FileChunk" SET place = place - 8 WHERE place > 5')
  expect((await verifyContents(database.ownerUrl, key)).damaged[0]?.what).toMatch(/^piece 1 of 2/)
  await damage(
    'DELETE FROM "FileChunk" WHERE place = 0 AND "contentId" IN (SELECT id FROM "FileContent" WHERE "chunkCount" = 2)',
  )
  expect((await verifyContents(database.ownerUrl, key)).damaged[0]?.what).toBe('1 of 2 pieces are there')
})
