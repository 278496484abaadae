// `npm test`, and with --fast `npm run check`. This part runs on any supported Node with nothing installed: it installs
// what the lock file says and goes on in check/run.ts on a Node that runs TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, isInstalled } from './serve/install.mjs'
import { printError, StartError } from './serve/report.mjs'
import { Stopped, stopOnSignals } from './serve/stopping.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OLDEST = [20, 19]
/** The first version that runs TypeScript as it is and that the test runner supports. */
const RUNS_TESTS = [22, 18]

try {
  process.exitCode = await main(stopOnSignals())
} catch (error) {
  if (!(error instanceof Stopped)) printError(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

/** @param {AbortSignal} signal @returns {Promise<number>} */
async function main(signal) {
  if (!isAtLeast(OLDEST)) {
    throw new StartError(
      `Plumbline needs Node.js ${OLDEST.join('.')} or newer, this is ${process.versions.node}`,
    )
  }
  const words = process.argv.slice(2)
  const unknown = words.find((word) => word !== '--fast')
  if (unknown)
    throw new StartError(
      `Unknown option ${unknown}. Use: npm test, or npm run check for the part without a browser`,
    )
  if (!isInstalled(ROOT)) {
    const started = performance.now()
    await install(ROOT, signal)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`ok    ${seconds.padStart(6)} s  dependencies`)
  }
  return goOn(chooseNode(), [join(ROOT, 'scripts/check/run.ts'), ...words], signal)
}

/** @param {number[]} version */
function isAtLeast([major, minor]) {
  const [ours, oursMinor] = process.versions.node.split('.').map(Number)
  return ours > major || (ours === major && oursMinor >= minor)
}

/** The Node that is installed with the project; where none is packaged for the system, this one if it is new enough. */
function chooseNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', program)
  if (existsSync(own)) return own
  if (isAtLeast(RUNS_TESTS)) return process.execPath
  throw new StartError(
    `No newer Node.js is packaged for this system and this one is ${process.versions.node}: install Node.js 24`,
  )
}

/** @param {string} node @param {string[]} words @param {AbortSignal} signal @returns {Promise<number>} */
function goOn(node, words, signal) {
  const child = spawn(node, words, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
  signal.addEventListener('abort', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new StartError(`${node} cannot run: ${error.message}`)))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
