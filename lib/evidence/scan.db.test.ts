import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createSystem } from '#lib/ai-systems/commands'
import type { Actor } from '#lib/kernel/access'
import { evidence } from '#lib/registry'
import { detail, facts } from '#lib/testing/ai-systems'
import { type FakeClamd, fakeClamd } from '#lib/testing/clamd'
import { sendFile } from '#lib/testing/evidence'
import { pdfFile } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'

const database = useTestDatabase()
let clamd: FakeClamd
let officer: Actor
let systemId: string

// Before anything reads the environment, which is read once.
beforeAll(async () => {
  clamd = await fakeClamd('NASTY')
  process.env.CLAMD_HOST = clamd.host
  const practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
  systemId = valueOf(await createSystem(officer, { ...facts, ownerId: officer.personId })).id
})
afterAll(() => {
  delete process.env.CLAMD_HOST
})

const kept = async () => (await evidence.list(officer, 'ai-system', systemId))?.files ?? []

it('a file that the scanner finds clean is kept, and says so', async () => {
  const bytes = pdfFile('clean')
  valueOf(await sendFile(officer, systemId, bytes))
  expect(clamd.seen.at(-1)?.equals(bytes)).toBe(true)
  expect((await kept()).map(({ scan }) => scan)).toEqual(['clean'])
})

it('an infected file is refused by the name of what was found, and the trail says who sent it', async () => {
  const result = await sendFile(officer, systemId, pdfFile('NASTY'), { name: 'bill.pdf' })
  expect(result).toMatchObject({
    ok: false,
    message: expect.stringMatching(/found Eicar-Test-Signature in this file/) as unknown,
  })
  expect(await kept()).toHaveLength(1)
  const [last] = (await detail(officer, systemId)).history
  expect(last).toMatchObject({
    actorName: officer.name,
    sentence: 'Was refused the file “bill.pdf”: the virus scanner found Eicar-Test-Signature',
  })
})

it('nothing is kept while the scanner does not answer', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await clamd.close()
  expect(await sendFile(officer, systemId, pdfFile('later'))).toMatchObject({
    ok: false,
    message: expect.stringMatching(/virus scanner does not answer/) as unknown,
  })
  expect(await kept()).toHaveLength(1)
  vi.restoreAllMocks()
})
