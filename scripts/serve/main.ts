import { join } from 'node:path'
import { readEnv } from '../../lib/platform/env.ts'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { migrate } from '../migrate.ts'
import { runChild } from './child.mjs'
import { type Database, openAppRole, openDatabase } from './database.ts'
import { addressLines, appEnvironment, megabytes } from './environment.ts'
import { makeBuild, makeClient } from './make.ts'
import { step } from './report.mjs'
import { loadSecrets } from './secrets.ts'
import { type Server, startWeb, startWorker } from './servers.ts'

// Together with PostgreSQL (about 120 MB) under 700 MB.
const WEB_HEAP_MB = 320
const WORKER_HEAP_MB = 128

export interface ServeOptions {
  root: string
  dataDir: string
  host: string
  port: number
  demo: boolean
  dev: boolean
  /** Aborted to stop. */
  signal: AbortSignal
}

/**
 * Brings everything up step by step, serves until told to stop or until something that it cannot do without ends, and
 * takes everything down in the opposite order. Returns the exit code. Throws a PlainError when it cannot start.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const stops: (() => Promise<void>)[] = []
  try {
    const deaths = await bringUp(options, stops)
    const asked = new Promise<void>((resolve) => options.signal.addEventListener('abort', () => resolve()))
    const reason = options.signal.aborted ? undefined : await Promise.race([asked, ...deaths])
    if (reason) throw new PlainError(reason)
    process.stdout.write('Stopping: answering the requests that came in\n')
    return 0
  } finally {
    for (const stop of stops.reverse()) await stop()
    if (options.signal.aborted) process.stdout.write('Stopped\n')
  }
}

async function bringUp(options: ServeOptions, stops: (() => Promise<void>)[]): Promise<Promise<string>[]> {
  const { root, dataDir, host, port, dev, signal } = options
  const { secrets, env: settings } = await configure(options)
  const { database, role, appUrl } = await reachDatabase(dataDir, secrets.encryptionKey, stops)
  await step('Migrations', async () => {
    signal.throwIfAborted()
    const applied = await migrate(database.ownerUrl, { role })
    return applied.length === 0 ? 'up to date' : undefined
  })
  await step('Database client', () => makeClient({ root, signal }))
  if (!dev) await step('Build', () => makeBuild({ root, signal }))
  const env = appEnvironment({ root, dataDir, dev, appUrl, secrets }, process.env)
  let demoText = ''
  if (options.demo) {
    await step('Demo practice', async () => {
      demoText = await loadDemo(root, env, signal)
    })
  }
  const common = { root, host, port, dev, env }
  const webHeap = megabytes('WEB_HEAP_MB', dev ? 0 : WEB_HEAP_MB, process.env)
  const workerHeap = megabytes('WORKER_HEAP_MB', dev ? 0 : WORKER_HEAP_MB, process.env)
  let web: Server | undefined
  await step('Web server', async () => {
    web = await startWeb({ ...common, heapMb: webHeap }, signal)
    stops.push(web.stop)
  })
  await step('Worker', () => {
    const worker = startWorker({ ...common, heapMb: workerHeap }, (line) => process.stderr.write(`${line}\n`))
    stops.splice(stops.length - 1, 0, worker.stop)
  })
  process.stdout.write(['', demoText, ...addressLines(port, host, settings.appUrl), ''].filter(Boolean).join('\n'))
  return [
    database.died.then((reason) => `The database ended by itself (${reason}): start again`),
    ...(web ? [web.died.then((reason) => `The web server ended by itself (${reason}): start again`)] : []),
  ]
}
