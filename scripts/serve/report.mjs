// What the start prints: a line per step with its time, and one line for an error that says what to do.

const LABEL_WIDTH = 28

/** An error whose message is one line for whoever runs the server. */
export class StartError extends Error {
  name = 'PlainError'
}

/**
 * Runs one step, prints its line, and returns what it returns. It may `say` something in place of the time.
 * @template T
 * @param {string} label
 * @param {(say: (text: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = performance.now()
  const terminal = process.stdout.isTTY
  if (terminal) process.stdout.write(`${label} …`)
  try {
    let said
    const result = await work((text) => {
      said = text
    })
    const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`
    const line = `${label.padEnd(LABEL_WIDTH)}${said ?? seconds.padStart(7)}`
    process.stdout.write(terminal ? `\r\u001b[K${line}\n` : `${line}\n`)
    return result
  } catch (error) {
    if (terminal) process.stdout.write('\r\u001b[K')
    throw error
  }
}

/**
 * One line for an error that was foreseen; an unforeseen one with its stack.
 * @param {unknown} error
 */
export function printError(error) {
  if (error instanceof Error && error.name === 'PlainError') console.error(error.message)
  else console.error(error)
}
