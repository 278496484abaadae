import { join } from 'node:path'
import { readEnv } from '../../lib/platform/env.ts'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { migrate } from '../migrate.ts'
import { runChild } from './child.mjs'
import { type Database, openAppRole, openDatabase } from './database.ts'
import { addressLines, appEnvironment, megabytes } from './environment.ts'
import { makeBuild, makeClient } from './make.ts'
import { step } from './report.mjs'
import { loadSecrets, type Secrets } from './secrets.ts'
import { startWeb, startWorker } from './servers.ts'

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

/** The steps, in order. What has to be taken down again is added to `stops`. Returns what ends the whole by ending. */
async function bringUp(options: ServeOptions, stops: (() => Promise<void>)[]): Promise<Promise<string>[]> {
  const { root, dataDir, host, port, dev, demo, signal } = options
  const webHeapMb = dev ? 0 : megabytes('WEB_HEAP_MB', WEB_HEAP_MB, process.env)
  const workerHeapMb = megabytes('WORKER_HEAP_MB', WORKER_HEAP_MB, process.env)
  const secrets = await secretsStep(dataDir)
  const { database, role, env } = await databaseSteps(options, secrets, stops)
  const { appUrl } = readEnv(env)
  await step('Database client', (say) => makeClient({ root, signal, say }))
  await step('Background jobs', async () => {
    // Loaded only now: it needs the client that the step before made.
    const { prepareJobs } = await import('../../lib/platform/jobs.ts')
    await prepareJobs(database.ownerUrl, role)
  })
  if (!dev) await step('Build', (say) => makeBuild({ root, signal, say }))
  const demoText = demo ? await step('Demo practice', () => loadDemo(root, env, signal)) : ''
  const server = { root, host, port, dev, env }
  const web = await step('Web server', () => {
    return startWeb({ ...server, heapMb: webHeapMb }, signal)
  })
  stops.push(web.stop)
  const worker = await step('Worker', () => {
    return startWorker({ ...server, heapMb: workerHeapMb }, warn)
  })
  // Requests hand work to the worker: it ends after the web server.
  stops.splice(-1, 0, worker.stop)
  process.stdout.write(`${[demoText, ...addressLines(port, host, appUrl)].filter(Boolean).join('\n')}\n`)
  return [
    database.died.then((reason) => `The database ended by itself (${reason}): start again`),
    web.died.then((reason) => `The web server ended by itself (${reason}): start again`),
  ]
}

async function secretsStep(dataDir: string): Promise<Secrets> {
  const { secrets, made } = loadSecrets(dataDir, process.env)
  await step('Secrets', (say) => say(made ? `made, in ${join(dataDir, 'secrets.json')}` : 'up to date'))
  return secrets
}

async function databaseSteps(
  options: ServeOptions,
  secrets: Secrets,
  stops: (() => Promise<void>)[],
): Promise<{ database: Database; role: string; env: NodeJS.ProcessEnv }> {
  const { root, dataDir, dev, signal } = options
  // All faults of the configuration at once and before anything is touched; the address is not known yet.
  readEnv(appEnvironment({ root, dataDir, dev, appUrl: 'postgresql://', secrets }, process.env))
  const database = await step('Database', () => openDatabase(dataDir, process.env))
  stops.push(database.close)
  const { ownerUrl } = database
  const { role, appUrl } = await openAppRole(ownerUrl, secrets.encryptionKey, process.env)
  await step('Migrations', async (say) => {
    signal.throwIfAborted()
    const applied = await migrate(ownerUrl, { role })
    if (applied.length === 0) say('up to date')
  })
  return { database, role, env: appEnvironment({ root, dataDir, dev, appUrl, secrets }, process.env) }
}

/** Returns what the seed says, such as how to sign in. */
async function loadDemo(root: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const failure = 'The demo practice could not be loaded; the reason is above'
  const said = await runChild(process.execPath, ['scripts/seed.ts', 'demo'], {
    cwd: root,
    env,
    failure,
    signal,
  })
  return said.trim()
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`)
}
