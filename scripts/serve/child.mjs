// Processes that the start runs. Each leads a process group of its own: Ctrl-C in a terminal reaches only the start,
// which then ends them in order, and ending one ends whatever it started itself.
import { spawn } from 'node:child_process'
import { StartError } from './report.mjs'
import { Stopped } from './stopping.mjs'

/** Of a failed program's output, so much is shown from either end. */
const SHOWN_LINES = 20
const FORCE_SECONDS = 3
const ORPHAN_SECONDS = '1 2 3 4 5 6 7 8'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})

/**
 * @typedef {object} ChildOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {import('node:child_process').StdioOptions} [stdio]
 */

/**
 * @param {string} program
 * @param {string[]} words
 * @param {ChildOptions} options
 */
export function startChild(program, words, options) {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options })
  running.add(child)
  const watcher = watchOver(child)
  const forget = () => {
    running.delete(child)
    watcher?.kill('SIGKILL')
  }
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

/**
 * A shell that sleeps on a pipe from us: when we are killed outright, the pipe closes and it ends the child and all
 * that the child started, in order first.
 * @param {import('node:child_process').ChildProcess} child
 */
function watchOver(child) {
  if (process.platform === 'win32' || !child.pid) return undefined
  const end = (signal) => `kill -s ${signal} -- "-$1" 2>/dev/null`
  const wait = `for i in ${ORPHAN_SECONDS}; do sleep 1; ${end(0)} || exit; done`
  const script = `read -r _; ${end('TERM')}; ${wait}; ${end('KILL')}`
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => undefined)
  watcher.unref()
  return watcher
}

/**
 * Runs a program to its end and returns what it wrote to standard output. When it fails, prints what it wrote
 * and throws `failure`. Aborting `signal` ends it.
 * @param {string} program
 * @param {string[]} words
 * @param {ChildOptions & { failure: string, signal: AbortSignal }} options
 * @returns {Promise<string>}
 */
export function runChild(program, words, { failure, signal, ...options }) {
  signal.throwIfAborted()
  const child = startChild(program, words, options)
  let output = ''
  let everything = ''
  const end = () => {
    signalGroup(child, 'SIGTERM')
    setTimeout(() => running.has(child) && signalGroup(child, 'SIGKILL'), FORCE_SECONDS * 1000)
  }
  signal.addEventListener('abort', end)
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text
      everything += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      everything += text
    })
    child.once('error', (error) => reject(new StartError(`${failure}: ${error.message}`)))
    child.once('close', (code) => {
      signal.removeEventListener('abort', end)
      if (signal.aborted) return reject(new Stopped())
      if (code === 0) return resolve(output)
      console.error(endsOf(everything))
      reject(new StartError(failure))
    })
  })
}

/** @param {string} text */
function endsOf(text) {
  const lines = text.trimEnd().split('\n')
  if (lines.length <= 2 * SHOWN_LINES) return lines.join('\n')
  return [...lines.slice(0, SHOWN_LINES), '…', ...lines.slice(-SHOWN_LINES)].join('\n')
}

/**
 * Asks a process to end, and makes it after `seconds`. Resolves when it is gone.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} seconds
 */
export async function endChild(child, seconds) {
  if (!running.has(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), seconds * 1000)
  await gone
  clearTimeout(force)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (!child.pid) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It is gone already.
  }
}
