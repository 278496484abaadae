// One process at a time on a data folder. The lock is a file that names its holder; a holder that is gone loses it.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from './report.mjs'

const HEARTBEAT_SECONDS = 10
/** A holder on another machine or in another container cannot be looked up; its heartbeat tells. */
const SILENT_SECONDS = 35
const TAKEOVER_SECONDS = 5

/**
 * @typedef {object} Lock
 * @property {boolean} takenOver the holder before us was killed
 * @property {() => void} release
 */

/**
 * Takes the lock, or throws a one-line error made by `busy` from the holder's process number.
 * @param {string} path
 * @param {(holder: string) => string} busy
 * @returns {Lock}
 */
export function takeLock(path, busy) {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) })
  let takenOver = false
  if (!create(path, mine)) {
    takenOver = takeOver(path, mine)
    if (!takenOver) throw new StartError(busy(holderOf(path)))
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_SECONDS * 1000).unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    if (read(path) === mine) unlinkSync(path)
  }
  process.on('exit', release)
  return { takenOver, release }
}

/**
 * Takes the lock as soon as its holder lets go.
 * @param {string} path
 * @param {AbortSignal} signal
 */
export async function waitForLock(path, signal) {
  for (;;) {
    signal.throwIfAborted()
    try {
      return takeLock(path, () => 'busy')
    } catch (error) {
      if (!(error instanceof StartError)) throw error
      await pause(200)
    }
  }
}

/** @param {string} path @param {string} text */
function create(path, text) {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Replaces a dead holder's lock; a folder beside it lets only one do so at a time. @param {string} path @param {string} mine */
function takeOver(path, mine) {
  const turn = `${path}.takeover`
  try {
    mkdirSync(turn)
  } catch {
    if (age(turn) > TAKEOVER_SECONDS) rmdirSync(turn)
    return false
  }
  try {
    if (isHeld(path)) return false
    writeFileSync(`${path}.new`, mine, { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return true
  } finally {
    rmdirSync(turn)
  }
}

/** @param {string} path */
function isHeld(path) {
  let holder
  try {
    holder = JSON.parse(read(path) ?? '')
  } catch {
    // Cut short by a crash, or being written this very moment.
    return age(path) < TAKEOVER_SECONDS
  }
  if (holder.host !== hostname()) return age(path) < SILENT_SECONDS
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started && holder.pid !== process.pid
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * When a process started, in the system's own counting: tells it from a later one of the same number. One that has
 * ended and only waits to be taken note of has no start any more.
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return words[0] === 'Z' ? 'ended' : `${boot} ${words[19]}`
  } catch {
    return ''
  }
}

/** @param {string} path */
function holderOf(path) {
  try {
    const { pid, host } = JSON.parse(read(path) ?? '')
    return host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`
  } catch {
    return 'a process that is just starting'
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} path */
function age(path) {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return changed === undefined ? 0 : (Date.now() - changed) / 1000
}

/** @param {string} path */
function touch(path) {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // The folder went away; the next start makes another.
  }
}
