// The part of `npm start` that runs on any supported Node with nothing installed: looks whether it can start at all,
// installs, and goes on in main.ts on a Node that runs TypeScript.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import nodeModule from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { install, isInstalled } from './install.mjs'
import { takeLock } from './lock.mjs'
import { printError, StartError, step } from './report.mjs'
import { Stopped, stopOnSignals } from './stopping.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The first versions that run TypeScript as it is. */
const RUNS_TYPESCRIPT = { 22: 18, 23: 6 }
const PORT_WAIT_SECONDS = 20
const USAGE = 'Use: npm start -- [--demo]   (--demo: with a demo practice to try things out in)'

/** @param {string[]} words */
export async function start(words) {
  const signal = stopOnSignals()
  try {
    process.exitCode = await prepare(words, signal)
  } catch (error) {
    if (!(error instanceof Stopped)) {
      printError(error)
      process.exitCode = 1
    }
  }
  // Whatever still runs at this point is of no use any more.
  process.exit()
}

/** @param {string[]} words @param {AbortSignal} signal @returns {Promise<number>} */
async function prepare(words, signal) {
  const flags = readFlags(words)
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
  const port = readPort()
  const host = process.env.HOST || '0.0.0.0'
  const dataDir = makeDataFolder()
  const lock = takeLock(
    join(dataDir, 'instance.lock'),
    (holder) =>
      `The data folder ${dataDir} is in use by another Plumbline (${holder}): stop that one first, or name another folder by PLUMBLINE_DATA`,
  )
  await checkPort(port, host, lock.takenOver ? PORT_WAIT_SECONDS : 0)
  await installStep(signal)
  const node = nodeForTypeScript()
  if (node) {
    lock.release()
    return handOver(node, words, signal)
  }
  keepCompiledCode()
  const { serve } = await import('./main.ts')
  return serve({ root: ROOT, dataDir, host, port, ...flags, signal })
}

/** @param {string[]} words */
function readFlags(words) {
  const unknown = words.find((word) => !['--demo', '--dev'].includes(word))
  if (unknown) throw new StartError(`Unknown option ${unknown}. ${USAGE}`)
  return { demo: words.includes('--demo'), dev: words.includes('--dev') }
}

function readPort() {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new StartError(`PORT must be a number from 1 to 65535, not "${text}"`)
}

function makeDataFolder() {
  const dataDir = resolve(ROOT, process.env.PLUMBLINE_DATA || '.data')
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be written (${error.code}): give this user the right to, or name another folder by PLUMBLINE_DATA`,
    )
  }
  return dataDir
}

/** One level at a time: Node's own recursive way never comes back from places such as /proc. @param {string} path */
function makeFolder(path) {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/**
 * Waits up to `seconds` for the port: after a kill, the web server of before may take a moment to notice.
 * @param {number} port @param {string} host @param {number} seconds
 */
async function checkPort(port, host, seconds) {
  const until = performance.now() + seconds * 1000
  for (;;) {
    const code = await new Promise((resolve) => {
      const server = createServer()
      server.once('error', (error) => resolve(error.code))
      server.listen({ port, host }, () => server.close(() => resolve('')))
    })
    if (!code) return
    if (code !== 'EADDRINUSE')
      throw new StartError(
        `Port ${port} on ${host} cannot be used (${code}): choose another, as in PORT=8080 npm start`,
      )
    if (performance.now() > until) {
      throw new StartError(
        `Port ${port} is in use by another program: stop it, or choose another port, as in PORT=${port + 1} npm start`,
      )
    }
    await pause(200)
  }
}

/** @param {AbortSignal} signal */
async function installStep(signal) {
  const handedOver = process.env.PLUMBLINE_INSTALLED
  delete process.env.PLUMBLINE_INSTALLED
  if (handedOver) return
  await step('Dependencies', async (say) => {
    if (isInstalled(ROOT)) say('up to date')
    else await install(ROOT, signal)
  })
}

/** The Node to go on with, or undefined when this one will do. Prefers the one that is installed with the project. */
function nodeForTypeScript() {
  const folder = join(
    ROOT,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  )
  const own = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return realpathSync(own) === realpathSync(process.execPath) ? undefined : own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 23 || minor >= (RUNS_TYPESCRIPT[major] ?? Number.POSITIVE_INFINITY)) return undefined
  throw new StartError(
    `No newer Node.js is packaged for this system and this one is ${process.versions.node}: install Node.js 24 (22.18 at least)`,
  )
}

/** TypeScript that was compiled before need not be again, which saves each process some 30 MB and half its start. */
function keepCompiledCode() {
  const folder = join(ROOT, 'node_modules/.cache/compiled')
  nodeModule.enableCompileCache(folder)
  process.env.NODE_COMPILE_CACHE = folder
}

/**
 * Starts the same command again on another Node and tells it to stop. It stops by itself when this process is gone.
 * @param {string} node @param {string[]} words @param {AbortSignal} signal @returns {Promise<number>}
 */
function handOver(node, words, signal) {
  const child = spawn(node, [fileURLToPath(new URL('../start.mjs', import.meta.url)), ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PLUMBLINE_INSTALLED: '1' },
    detached: true,
  })
  if (signal.aborted) child.kill('SIGTERM')
  signal.addEventListener('abort', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new StartError(`${node} cannot run: ${error.message}`)))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
