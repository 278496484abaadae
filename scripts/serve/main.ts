import { join } from 'node:path'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { setupCode } from '../../lib/platform/setup-code.ts'
import { runChild } from './child.mjs'
import { addressLines, appEnvironment, localUrl, megabytes } from './environment.ts'
import { makeBuild, makeClient } from './make.ts'
import { startOwnDatabase } from './own-database.ts'
import { prepareDatabase } from './prepare.ts'
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
  const { ownerUrl, died } = await databaseStep(dataDir, stops)
  await step('Database client', (say) => makeClient({ root, signal, say }))
  signal.throwIfAborted()
  const appUrl = await prepareDatabase({ root, dataDir, dev, secrets, ownerUrl, port })
  if (!dev) await step('Build', (say) => makeBuild({ root, signal, say }))
  const env = appEnvironment({ root, dataDir, dev, appUrl, secrets, port }, process.env)
  const demoText = demo ? await step('Demo practice', () => loadDemo(root, env, signal)) : ''
  const server = { root, host, port, dev, env }
  const web = await step('Web server', () => startWeb({ ...server, heapMb: webHeapMb }, signal))
  stops.push(web.stop)
  const worker = await step('Worker', () => startWorker({ ...server, heapMb: workerHeapMb }, warn))
  // Requests hand work to the worker: it ends after the web server.
  stops.splice(-1, 0, worker.stop)
  const first = (await isSetUp(port, host))
    ? ''
    : `/setup?code=${setupCode(Buffer.from(secrets.encryptionKey, 'base64'))}`
  const lines = [demoText, ...addressLines(port, host, process.env.APP_URL, first)]
  process.stdout.write(`${lines.filter(Boolean).join('\n')}\n`)
  return [
    died.then((reason) => `The database ended by itself (${reason}): start again`),
    web.died.then((reason) => `The web server ended by itself (${reason}): start again`),
  ]
}

/** The setup page is there until there is a practice. */
async function isSetUp(port: number, host: string): Promise<boolean> {
  const answer = await fetch(`${localUrl(port, host)}/setup`, { redirect: 'manual' })
  await answer.body?.cancel()
  return answer.status !== 200
}

async function secretsStep(dataDir: string): Promise<Secrets> {
  const { secrets, made } = loadSecrets(dataDir, process.env)
  await step('Secrets', (say) => say(made ? `made, in ${join(dataDir, 'secrets.json')}` : 'up to date'))
  return secrets
}

/** Our own server, unless DATABASE_URL names another, which is looked at when it is prepared. */
async function databaseStep(
  dataDir: string,
  stops: (() => Promise<void>)[],
): Promise<{ ownerUrl: string; died: Promise<string> }> {
  const ownerUrl = process.env.DATABASE_URL
  if (ownerUrl) return { ownerUrl, died: new Promise(() => undefined) }
  const own = await step('Database', () => startOwnDatabase(dataDir))
  stops.push(own.stop)
  return own
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
