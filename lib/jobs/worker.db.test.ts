import type { ChildProcess } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { registry } from '#lib/registry'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { endWorker, letSilenceBeNoticed, startWorker, until } from '#lib/testing/worker'
import { lostMessage } from '#lib/transfer/batch-care'

const database = useTestDatabase()
const { imports } = registry['ai-system']
const driver = importDriver(imports, () => database.owner)

let practice: TestPractice
let officer: Actor
const workers: ChildProcess[] = []
const worker = () => startWorker({ DATABASE_URL: database.appUrl }, workers)

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})
afterEach(async () => {
  for (const one of workers.splice(0)) await endWorker(one, 'SIGKILL')
})

async function systems(): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM "AiSystem" WHERE "practiceId" = $1',
    [practice.id],
  )
  return rows[0]?.count ?? 0
}

/** Starts an import and returns its id. */
async function startImport(count: number): Promise<string> {
  const lines = Array.from({ length: count }, (_, n) => `System ${n},In use,Downtown,Met`)
  const file = ['Name,Stage,Sites,Safeguard: Second factor at sign-in', ...lines].join('\n')
  const { id } = await driver.check(officer, file)
  valueOf(await imports.start(officer, { id }))
  return id
}

const isIn =
  (id: string, ...states: string[]) =>
  async () =>
    states.includes((await driver.stateOf(id))?.state ?? '')

const isUnderWay = (id: string) => async () => ((await driver.stateOf(id))?.progress ?? 0) > 0

async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ sentence: string }>(
    'SELECT sentence FROM "AuditEvent" WHERE "recordId" = $1 ORDER BY at, id',
    [id],
  )
  return rows.map(({ sentence }) => sentence)
}

describe('the worker', () => {
  it('applies what was started, once, with another worker beside it, and ends when it is asked to', async () => {
    const [first, second] = await Promise.all([worker(), worker()])
    const id = await startImport(300)
    await until('it is applied', isIn(id, 'applied'))
    expect(await systems()).toBe(300)
    expect(await driver.stateOf(id)).toMatchObject({ progress: 300 })
    await Promise.all([endWorker(first, 'SIGTERM'), endWorker(second, 'SIGTERM')])
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    const { rows } = await database.owner.query('SELECT FROM "WorkerHeartbeat"')
    expect(rows).toHaveLength(1)
  })

  it('leaves all or nothing when it is killed in the middle, and another one finishes exactly once', async () => {
    const first = await worker()
    const id = await startImport(5_000)
    await until('it is under way', isUnderWay(id))
    await endWorker(first, 'SIGKILL')
    expect(await systems()).toBe(0)
    expect(await driver.stateOf(id)).toMatchObject({ state: 'applying' })
    expect(await eventsOf(id)).toHaveLength(3)

    await letSilenceBeNoticed(database.owner)
    await worker()
    await until('it is applied', isIn(id, 'applied', 'failed'))
    expect(await driver.stateOf(id)).toMatchObject({ state: 'applied', progress: 5_000 })
    expect(await systems()).toBe(5_000)
    expect(await eventsOf(id)).toHaveLength(4)
  }, 150_000)

  it('gives up when the second try is killed too, and says so where it was started', async () => {
    const id = await startImport(5_000)
    for (const _ of ['first', 'second']) {
      const first = await worker()
      await until('it is under way', isUnderWay(id))
      await endWorker(first, 'SIGKILL')
      await database.owner.query(`UPDATE "ImportBatch" SET progress = 0 WHERE id = $1`, [id])
      await letSilenceBeNoticed(database.owner)
    }
    await worker()
    await until('it failed', isIn(id, 'failed', 'applied'))
    expect(await driver.stateOf(id)).toMatchObject({ state: 'failed', message: lostMessage })
    expect(await systems()).toBe(0)
    expect((await eventsOf(id)).at(-1)).toBe(`Could not bring in “list.csv”: ${lostMessage}`)

    valueOf(await imports.start(officer, { id }))
    await until('it is applied', isIn(id, 'applied'))
    expect(await systems()).toBe(5_000)
  }, 200_000)
})
