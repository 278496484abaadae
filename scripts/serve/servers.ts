import type { ChildProcess } from 'node:child_process'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PlainError } from '../../lib/platform/plain-error.ts'
import { endChild, startChild } from './child.mjs'
import { localUrl } from './environment.ts'

const preload = (name: string) => `--import=${new URL(name, import.meta.url).href}`
const READY_SECONDS = 120
/** How long requests that are being answered may take to finish. */
const DRAIN_SECONDS = 15
const WORKER_END_SECONDS = 15
const LONGEST_BACK_OFF_SECONDS = 60
/** A worker that lived so long had come up: its next fall is a new one. */
const STEADY_SECONDS = 60

export interface ServerOptions {
  root: string
  host: string
  port: number
  dev: boolean
  env: NodeJS.ProcessEnv
  /** Limit of the JavaScript heap in MB; 0 leaves it to Node. */
  heapMb: number
}

export interface Server {
  died: Promise<string>
  stop: () => Promise<void>
}

/** Starts the web server and resolves when it answers. Throws a PlainError when it ends before. */
export async function startWeb(options: ServerOptions, signal: AbortSignal): Promise<Server> {
  const { root, host, port, dev } = options
  const next = join(root, 'node_modules/next/dist/bin/next')
  const child = start(options, [
    ...(dev ? ['drain.mjs'] : ['drain.mjs', 'static.mjs', 'refuse.mjs']).map(preload),
    next,
    dev ? 'dev' : 'start',
    '-p',
    String(port),
    '-H',
    host,
  ])
  const letThrough = passLines(child, dev)
  let ended = false
  const death = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signalName) => resolve(signalName ?? `code ${code}`))
  }).finally(() => {
    ended = true
  })
  let stopping = false
  const stop = async () => {
    stopping = true
    await endChild(child, DRAIN_SECONDS)
  }
  const isReady = await answers(`${localUrl(port, host)}/api/health`, () => ended || signal.aborted)
  if (!isReady) {
    await stop()
    signal.throwIfAborted()
    process.stderr.write(letThrough())
    throw new PlainError(
      ended ? `The web server did not start (${await death})` : 'The web server does not answer',
    )
  }
  letThrough()
  return { stop, died: new Promise((resolve) => void death.then((reason) => stopping || resolve(reason))) }
}

/** Starts the worker and keeps it going: when it ends it is started again, later each time, a minute at most. */
export function startWorker(options: ServerOptions, log: (line: string) => void): Server {
  let stopping = false
  let child: ChildProcess | undefined
  let backOff = 1
  const run = () => {
    const started = performance.now()
    child = start(options, [join(options.root, 'lib/jobs/worker.ts')])
    child.stdout?.pipe(process.stdout, { end: false })
    child.stderr?.pipe(process.stderr, { end: false })
    child.once('exit', (code, signalName) => {
      if (stopping) return
      if (performance.now() - started > STEADY_SECONDS * 1000) backOff = 1
      log(`The worker ended (${signalName ?? `code ${code}`}) and is started again in ${backOff} s`)
      setTimeout(() => stopping || run(), backOff * 1000)
      backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_SECONDS)
    })
  }
  run()
  const stop = async () => {
    stopping = true
    if (child) await endChild(child, WORKER_END_SECONDS)
  }
  return { stop, died: new Promise(() => undefined) }
}

/**
 * V8 would rather fill the limit with what nobody needs any more than look for it: left alone, the web process took 526 MB
 * where it takes 355 to 430 so, in answers no slower and with shorter pauses (docs/performance.md).
 */
const frugal = ['--max-semi-space-size=8', '--heap-growing-percent=20']

/** What a library plans to change in its next version is nothing that whoever runs this can mend. */
const quiet = ['--disable-warning=DeprecationWarning']

function start({ root, env, heapMb }: ServerOptions, words: string[]): ChildProcess {
  const limit = heapMb > 0 ? [`--max-old-space-size=${heapMb}`, ...frugal, ...quiet] : []
  return startChild(process.execPath, [...limit, ...words], { cwd: root, env })
}

/** Passes on what a server writes; until the returned function is called, keeps it back (not in development). */
function passLines(child: ChildProcess, dev: boolean): () => string {
  let kept = ''
  let holding = !dev
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding('utf8').on('data', (text: string) => {
      if (holding) kept += text
      else to.write(text)
    })
  }
  return () => {
    holding = false
    return kept
  }
}

/** Whether the address answers anything over HTTP before `over` says that there is no use in waiting. */
async function answers(url: string, over: () => boolean): Promise<boolean> {
  const until = performance.now() + READY_SECONDS * 1000
  while (performance.now() < until && !over()) {
    if (await answersNow(url)) return true
    await pause(50)
  }
  return false
}

/** Not by fetch(), which would take this process another 20 MB for as long as it runs. */
function answersNow(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: READY_SECONDS * 1000 }, (response) => {
      response.resume()
      resolve(true)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}
