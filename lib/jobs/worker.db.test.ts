import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { registry } from '#lib/registry'
import { importDriver } from '#lib/testing/imports'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { lostMessage } from '#lib/transfer/batch-care'

const database = useTestDatabase()
const { imports } = registry['ai-system']
const driver = importDriver(imports, () => database.owner)
const patience = 60_000

let practice: TestPractice
let officer: Actor
const workers: ChildProcess[] = []

beforeEach(async () => {
  practice = await createPractice(database.owner)
  officer = await practice.actor('officer')
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await end(worker, 'SIGKILL')
})

/** The worker as the start script runs it; resolves when it says that it is ready. */
async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], {
    env: { ...process.env, DATABASE_URL: database.appUrl, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.push(worker)
  worker.stdout?.setEncoding('utf8')
  await new Promise<void>((ready, failed) => {
    worker.stdout?.on('data', (text: string) => text.includes('"worker ready"') && ready())
    worker.once('exit', () => failed(new Error('the worker ended before it was ready')))
  })
  return worker
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  worker.kill(signal)
  await once(worker, 'exit')
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patience
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await pause(100)
  }
}

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

/** A minute passes for the queue: the killed worker's silence becomes noticeable now instead of then. */
async function letSilenceBeNoticed(): Promise<void> {
  await database.owner.query(
    `UPDATE jobs.job SET heartbeat_on = heartbeat_on - interval '1 minute' WHERE state = 'active'`,
  )
}

async function eventsOf(id: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ sentence: string }>(
    'SELECT sentence FROM "AuditEvent" WHERE "recordId" = $1 ORDER BY at, id',
    [id],
  )
  return rows.map(({ sentence }) => sentence)
}

describe('the worker', () => {
  it('applies what was started, once, with another worker beside it, and ends when it is asked to', async () => {
    const [first, second] = await Promise.all([startWorker(), startWorker()])
    const id = await startImport(300)
    await until('it is applied', isIn(id, 'applied'))
    expect(await systems()).toBe(300)
    expect(await driver.stateOf(id)).toMatchObject({ progress: 300 })
    await Promise.all([end(first, 'SIGTERM'), end(second, 'SIGTERM')])
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    const { rows } = await database.owner.query('SELECT FROM "WorkerHeartbeat"')
    expect(rows).toHaveLength(1)
  })

  it('leaves all or nothing when it is killed in the middle, and another one finishes exactly once', async () => {
    const worker = await startWorker()
    const id = await startImport(5_000)
    await until('it is under way', isUnderWay(id))
    await end(worker, 'SIGKILL')
    expect(await systems()).toBe(0)
    expect(await driver.stateOf(id)).toMatchObject({ state: 'applying' })
    expect(await eventsOf(id)).toHaveLength(3)

    await letSilenceBeNoticed()
    await startWorker()
    await until('it is applied', isIn(id, 'applied', 'failed'))
    expect(await driver.stateOf(id)).toMatchObject({ state: 'applied', progress: 5_000 })
    expect(await systems()).toBe(5_000)
    expect(await eventsOf(id)).toHaveLength(4)
  }, 150_000)

  it('gives up when the second try is killed too, and says so where it was started', async () => {
    const id = await startImport(5_000)
    for (const _ of ['first', 'second']) {
      const worker = await startWorker()
      await until('it is under way', isUnderWay(id))
      await end(worker, 'SIGKILL')
      await database.owner.query(`UPDATE "ImportBatch" SET progress = 0 WHERE id = $1`, [id])
      await letSilenceBeNoticed()
    }
    await startWorker()
    await until('it failed', isIn(id, 'failed', 'applied'))
    expect(await driver.stateOf(id)).toMatchObject({ state: 'failed', message: lostMessage })
    expect(await systems()).toBe(0)
    expect((await eventsOf(id)).at(-1)).toBe(`Could not bring in “list.csv”: ${lostMessage}`)

    valueOf(await imports.start(officer, { id }))
    await until('it is applied', isIn(id, 'applied'))
    expect(await systems()).toBe(5_000)
  }, 200_000)
})
