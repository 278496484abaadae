// Ctrl-C and SIGTERM: the first ends everything in order, a second one at once.

/** npm passes on a signal that the terminal sent to us as well: within this time it is the same one. */
const SAME_SIGNAL_MS = 1000

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
      console.error('Stopped at once')
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  // Started by another Node that passes signals on: without it, nobody would tell us to end.
  if (process.channel) {
    process.on('disconnect', stop)
    process.channel.unref()
  }
  return controller.signal
}
