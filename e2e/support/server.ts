import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runningOwnerUrl } from '#lib/platform/embedded-postgres'

const PROJECT = resolve(import.meta.dirname, '../..')
const START_LIMIT_MS = 180_000
const STOP_LIMIT_MS = 20_000
/** Empty counts as absent: what the environment or a .env file of this checkout says is not for the tests. */
const OWN_SETTINGS = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  APP_DATABASE_URL: '',
  APP_DATABASE_ROLE: '',
  APP_URL: '',
  APP_NOW: '',
  TRUST_PROXY: '',
  PLUMBLINE_PACKAGES_URL: '',
} as const

export interface TestServer {
  url: string
  /** Where packages of others play. */
  packagesUrl: string
  /** The data folder: settings, secrets and the embedded database of this server alone. */
  dataDir: string
  /** The owner's URL of its database, to arrange what a spec needs. */
  databaseUrl: string
  /** The process that started everything else. */
  pid: number
  stop(): Promise<void>
}

/** Starts the production server as `npm start` does, on a port and a data folder of its own, and waits until it is ready. */
export async function startServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'))
  const port = await freePort()
  const packagesPort = String(await freePort())
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/start.mjs')], {
    cwd: PROJECT,
    env: {
      ...process.env,
      ...OWN_SETTINGS,
      PLUMBLINE_DATA: dataDir,
      PORT: String(port),
      PLUMBLINE_PACKAGES_PORT: packagesPort,
    },
    // The channel tells the server when this process is gone, however it ended.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000)
    })
  }
  try {
    await untilReady(`${url}/api/health`, child)
  } catch (error) {
    await stop(child, dataDir)
    throw new Error(`The server for the end-to-end tests ${(error as Error).message}. It said:\n${output}`, {
      cause: error,
    })
  }
  const databaseUrl = runningOwnerUrl(join(dataDir, 'postgres')) ?? ''
  const packagesUrl = `http://localhost:${packagesPort}`
  return { url, packagesUrl, dataDir, databaseUrl, pid: child.pid ?? 0, stop: () => stop(child, dataDir) }
}

async function untilReady(healthUrl: string, child: ChildProcess): Promise<void> {
  const started = performance.now()
  while (performance.now() - started < START_LIMIT_MS) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`ended before it was ready (${child.exitCode ?? child.signalCode})`)
    }
    const healthy = await fetch(healthUrl, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.ok,
      () => false,
    )
    if (healthy) return
    await wait(200)
  }
  throw new Error(`was not ready after ${START_LIMIT_MS / 1_000} s`)
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(killer)
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
