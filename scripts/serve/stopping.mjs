// Ctrl-C and SIGTERM: the first ends everything in order, a second one at once.
import { readFileSync } from 'node:fs'

/** npm passes on a signal that the terminal sent to us as well: within this time it is the same one. */
const SAME_SIGNAL_MS = 1000
const LOOK_MS = 500

export class Stopped extends Error {
  name = 'Stopped'
}

/** @returns {AbortSignal} aborted with Stopped by the first signal */
export function stopOnSignals() {
  const controller = new AbortController()
  let first = 0
  const stop = () => {
    if (first === 0) {
      first = performance.now()
      controller.abort(new Stopped())
    } else if (performance.now() - first > SAME_SIGNAL_MS) {
      if (!process.channel) console.error('Stopped at once')
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  // Started by another Node that passes signals on: without it, nobody would tell us to end.
  if (process.channel) {
    process.on('disconnect', stop)
    process.channel.unref()
  }
  if (process.env.npm_lifecycle_event) stopWithNpm(stop)
  return controller.signal
}

/**
 * npm passes a signal on to the shell between it and us, which dies of it without a word to us; and a killed npm says
 * nothing at all. So look whether both are still there.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  const shell = process.ppid
  const npm = isNpm(shell) ? undefined : parentOf(shell)
  const watchesNpm = npm !== undefined && isNpm(npm)
  const look = setInterval(() => {
    if (process.ppid === shell && !(watchesNpm && parentOf(shell) !== npm)) return
    clearInterval(look)
    stop()
  }, LOOK_MS).unref()
}

/** @param {number} pid */
function isNpm(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('npm')
  } catch {
    return false
  }
}

/** @param {number} pid @returns {number | undefined} undefined where the system does not tell */
function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return undefined
  }
}
