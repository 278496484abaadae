import { beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { atTime } from '#lib/platform/clock'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { keptUntilWritten } from './kept.ts'
import { saveView } from './saved-views.ts'

const database = useTestDatabase()
const noon = new Date('2026-11-22T18:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

let practice: TestPractice
let officer: Actor

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})

const counter = () => vi.fn<() => Promise<object>>(() => Promise.resolve({}))
const ask = (work: () => Promise<object>, actor = officer, at = noon) =>
  atTime(at, () => keptUntilWritten(actor, 'test', work))
const siteRenamed = (name: string) =>
  database.owner.query(`UPDATE "Site" SET name = $2 WHERE id = $1`, [practice.siteA, name])

it('answers a second time, and to several at once, without working', async () => {
  const work = counter()
  const [first, second] = await Promise.all([ask(work), ask(work)])
  expect(await ask(work)).toBe(first)
  expect(second).toBe(first)
  expect(work).toHaveBeenCalledTimes(1)
})

it('works anew after a command and after a change past the commands', async () => {
  const work = counter()
  await ask(work)
  const saved = await saveView(officer, { kind: 'ai-system', name: 'Mine', query: '?q=north' })
  expect(saved.ok).toBe(true)
  await ask(work)
  expect(work).toHaveBeenCalledTimes(2)
  await siteRenamed('Uptown')
  await ask(work)
  expect(work).toHaveBeenCalledTimes(3)
})

it('works anew for a write that began before and ended after the answer, though others overtook it', async () => {
  const slow = await database.owner.connect()
  await slow.query('BEGIN')
  await slow.query(`UPDATE "Site" SET name = 'Slow' WHERE id = $1`, [practice.siteB])
  await siteRenamed('Fast')
  const work = counter()
  await ask(work)
  await slow.query('COMMIT')
  slow.release()
  await ask(work)
  expect(work).toHaveBeenCalledTimes(2)
})

it('works anew on the next day and after a minute, and for every reader', async () => {
  const work = counter()
  await ask(work)
  await ask(work, await practice.actor('owner'))
  expect(work).toHaveBeenCalledTimes(2)
  const [late, early] = [new Date('2026-11-23T05:59:50Z'), new Date('2026-11-23T06:00:10Z')]
  await ask(work, officer, late)
  await ask(work, officer, early)
  expect(work).toHaveBeenCalledTimes(4)
  await ask(work, officer, after(800))
  await ask(work, officer, after(801.5))
  expect(work).toHaveBeenCalledTimes(6)
})

it('is not moved by what another practice writes', async () => {
  const stranger = await createPractice(database.owner)
  const work = counter()
  await ask(work)
  await database.owner.query(`UPDATE "Site" SET name = 'Elsewhere' WHERE id = $1`, [stranger.siteA])
  await ask(work)
  expect(work).toHaveBeenCalledTimes(1)
})

it('keeps no failure', async () => {
  const broken = vi.fn<() => Promise<object>>(() => Promise.reject(new Error('broken')))
  await expect(ask(broken)).rejects.toThrow('broken')
  const work = counter()
  await ask(work)
  expect(work).toHaveBeenCalledTimes(1)
})
