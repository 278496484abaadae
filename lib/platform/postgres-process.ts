import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { PlainError } from './plain-error.ts'
import type { ServerUser } from './postgres-programs.ts'

const START_SECONDS = 300
const SHUTDOWN_SECONDS = 60
const QUIT_SECONDS = 10
/** Larger than any process id a system hands out. */
const NOBODYS_PID = 2147483647

export interface PostmasterFile {
  pid: number
  port: number
  /** Empty when the server listens on no socket. */
  socketFolder: string
  status: string
}

/** What a server wrote into its cluster's postmaster.pid, or undefined when there is none. */
export function postmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return {
      pid: Math.abs(Number(lines[0])),
      port: Number(lines[3]),
      socketFolder: lines[4]?.trim() ?? '',
      status: lines[7]?.trim() ?? '',
    }
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether process `pid` is a PostgreSQL server on this cluster, not a stranger that was given a dead server's number. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

/** Starts one of PostgreSQL's programs, away from the terminal's Ctrl-C and from variables that would steer it. */
export function spawnAs(
  program: string,
  options: string[],
  user: ServerUser | undefined,
  input: 'pipe' | 'ignore',
): ChildProcess {
  const env =
    process.platform === 'win32'
      ? undefined
      : { NODE_ENV: 'production' as const, PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return spawn(program, options, { cwd: '/', env, detached: true, stdio: [input, 'pipe', 'pipe'], ...user })
}

export interface ServerProgram {
  program: string
  cluster: string
  settings: Record<string, string>
  user: ServerUser | undefined
  log: (line: string) => void
}

export interface RunningServer {
  /** Settles with the reason when the server ends without having been asked to. */
  died: Promise<string>
  stop: () => Promise<void>
}

/** Starts a server and resolves when it takes connections; recovery after a crash may take minutes. */
export async function launchServer({
  program,
  cluster,
  settings,
  user,
  log,
}: ServerProgram): Promise<RunningServer> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawnAs(program, ['-D', cluster, ...flags], user, 'ignore')
  let running = true
  let stopping = false
  let lastFatal = ''
  const ended = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message))
    server.once('exit', (code, signal) => resolve(lastFatal || (signal ?? `code ${code}`)))
  }).finally(() => {
    running = false
  })
  if (server.stderr) {
    createInterface({ input: server.stderr }).on('line', (line) => {
      if (/ (FATAL|PANIC): /.test(line)) lastFatal = line.replace(/^.* (FATAL|PANIC): +/, '')
      log(line)
    })
  }
  const endWithUs = () => server.kill('SIGINT')
  process.once('exit', endWithUs)
  const watcher = watchOver(server.pid)
  const stop = async () => {
    stopping = true
    if (running && server.pid) await endServer(server.pid, () => running)
    watcher?.kill('SIGKILL')
    process.off('exit', endWithUs)
  }
  if (!(await becomesReady(cluster, server.pid, () => running))) {
    await stop()
    throw new PlainError(`The database did not start (${running ? 'it takes too long' : await ended})`)
  }
  const died = new Promise<string>((resolve) => void ended.then((reason) => stopping || resolve(reason)))
  return { died, stop }
}

/** Waits for what the server itself writes down about its state. */
async function becomesReady(
  cluster: string,
  pid: number | undefined,
  running: () => boolean,
): Promise<boolean> {
  const until = performance.now() + START_SECONDS * 1000
  while (running() && performance.now() < until) {
    const file = postmasterFile(cluster)
    if (file?.pid === pid && file?.status === 'ready') return true
    await pause(10)
  }
  return false
}

/** A shell that sleeps on a pipe from us: when we are killed outright, the pipe closes and it stops the server. */
function watchOver(pid: number | undefined): ChildProcess | undefined {
  if (process.platform === 'win32' || !pid) return undefined
  const script = 'read -r _; kill -INT "$1" 2>/dev/null'
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  watcher.on('error', () => undefined)
  watcher.unref()
  return watcher
}

/**
 * Ends a server: finish nothing, roll back, write everything down (fast shutdown); without that in a minute, harder.
 * No acknowledged row is lost in any of the ways. Resolves when the process is gone.
 */
async function endServer(pid: number, running: () => boolean): Promise<void> {
  const ways: [NodeJS.Signals, number][] = [
    ['SIGINT', SHUTDOWN_SECONDS],
    ['SIGQUIT', QUIT_SECONDS],
    ['SIGKILL', QUIT_SECONDS],
  ]
  for (const [signal, seconds] of ways) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const until = performance.now() + seconds * 1000
    while (performance.now() < until) {
      if (!running()) return
      await pause(20)
    }
  }
}

/** After a crash: stops a server of an earlier start that still runs on the cluster, and disarms a stale pid file. */
export async function recoverCluster(cluster: string, log: (line: string) => void): Promise<void> {
  const file = postmasterFile(cluster)
  if (!file) return
  if (servesCluster(file.pid, cluster)) {
    log(`stopping the PostgreSQL that an earlier start left behind (process ${file.pid})`)
    await endServer(file.pid, () => servesCluster(file.pid, cluster))
    if (servesCluster(file.pid, cluster)) {
      throw new PlainError(
        `An earlier PostgreSQL (process ${file.pid}) does not stop: end that process, then start again`,
      )
    }
    return
  }
  if (!isAlive(file.pid)) return
  // PostgreSQL takes any live process of that number for its other self; with a number nobody has, it still checks
  // for shared memory in use before it goes on.
  const path = join(cluster, 'postmaster.pid')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, `${NOBODYS_PID}${text.slice(text.indexOf('\n'))}`)
}
