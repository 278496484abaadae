import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

const PATIENCE_MS = 60_000

/** The worker as the start script runs it; resolves when it says that it is ready. */
export async function startWorker(
  environment: Record<string, string>,
  workers: ChildProcess[],
): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../jobs/worker.ts')], {
    env: { ...process.env, LOG_LEVEL: 'info', ...environment },
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

/** Ends a worker that still runs. */
export async function endWorker(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  worker.kill(signal)
  await once(worker, 'exit')
}

/** Waits until something holds, for a minute at most. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`)
    await pause(100)
  }
}

/** A minute passes for the queue: a killed worker's silence becomes noticeable now instead of then. */
export async function letSilenceBeNoticed(owner: pg.Pool): Promise<void> {
  await owner.query(
    `UPDATE jobs.job SET heartbeat_on = heartbeat_on - interval '1 minute' WHERE state = 'active'`,
  )
}
