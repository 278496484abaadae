import { type ChildProcess, fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Paper } from '#lib/base/paper'
import { type Turns, turns } from '#lib/base/turns'
import { log } from './log.ts'

/** What is said to whoever asked for a file that could not be made. */
export class PdfRefused extends Error {
  override name = 'PdfRefused'
}

const MOST_WAITING = 20
const LONGEST_MS = 120_000
/** Five thousand risks take half of it. */
const HEAP_MB = 256
/** How long the process that draws waits for another paper: to start it costs more than to draw a page. */
const IDLE_MS = 20_000
/** After a file of this size what it took is given back. */
const LARGE_BYTES = 1_000_000

interface Press {
  /** One at a time, whichever route asks. */
  inTurn: Turns
  child: ChildProcess | null
  idle: NodeJS.Timeout | undefined
}

// Routes are bundled apart, so module state would exist more than once: it hangs on globalThis.
const holder = globalThis as typeof globalThis & { plumblinePress?: Press }

/**
 * The paper as a PDF, the same bytes for the same paper. Drawn in a process of its own, which may take 256 MB of heap and
 * two minutes. Throws PdfRefused with words for people when too many wait or it is too long.
 */
export async function makePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  holder.plumblinePress ??= { inTurn: turns(1), child: null, idle: undefined }
  const press = holder.plumblinePress
  if (press.inTurn.waiting() >= MOST_WAITING)
    throw new PdfRefused('Many files are being made just now. Try again in a minute.')
  return press.inTurn(async () => {
    clearTimeout(press.idle)
    press.child ??= startChild(press)
    const bytes = await draw(press.child, paper)
    if (bytes.length > LARGE_BYTES) rest(press)
    else press.idle = setTimeout(() => rest(press), IDLE_MS).unref()
    return bytes
  })
}

function startChild(press: Press): ChildProcess {
  // The build would pack a file that it sees named here: Node runs it as it is, for the web server and for scripts alike.
  const program = realpathSync(join(process.cwd(), 'lib/platform/pdf/child.ts'))
  const child = fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // It needs neither the secrets of this process nor what was loaded before it.
    env: { NODE_ENV: 'production' },
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
  })
  const gone = () => {
    if (press.child === child) press.child = null
  }
  return child.once('exit', gone).once('error', gone)
}

/** Lets the process go, with the memory that it took. */
function rest(press: Press): void {
  press.child?.disconnect()
  press.child = null
}

function draw(child: ChildProcess, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  hold(child)
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const refuse = (what: string) => {
      log('warn', `a PDF took too ${what} and was given up`, { blocks: paper.blocks.length })
      reject(new PdfRefused('This is too long for one PDF file.'))
    }
    const patience = setTimeout(() => {
      refuse('long')
      child.kill('SIGKILL')
    }, LONGEST_MS)
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      clearTimeout(patience)
      // How V8 ends when its heap is full.
      if (signal === 'SIGABRT') refuse('much memory')
      else reject(new Error(`the process that draws PDFs ended (${signal ?? `code ${code}`})`))
    }
    child.once('exit', ended)
    child.once('error', reject)
    child.once('message', (bytes: Uint8Array) => {
      clearTimeout(patience)
      child.off('exit', ended).off('error', reject)
      letGo(child)
      resolve(new Uint8Array(bytes))
    })
    child.send(paper, (error) => error && reject(error))
  })
}

/** Whether this process may end although the other one waits for more. */
function letGo(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}
