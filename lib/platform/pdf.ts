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
/** Five thousand risks need less than half of it. */
const HEAP_MB = 256
/** How long the process that draws waits for another paper: to start it costs more than to draw a page. */
const IDLE_MS = 20_000
/** After a file of this size what it took is given back. */
const LARGE_BYTES = 1_000_000

interface Press {
  /** One at a time, whichever route asks. */
  inTurn: Turns
  /** The process that waits for another paper. */
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
    const child = press.child?.connected ? press.child : startChild()
    // One that fails is not asked again.
    press.child = null
    const bytes = await draw(child, paper)
    if (bytes.length > LARGE_BYTES) child.disconnect()
    else keep(press, child)
    return bytes
  })
}

function startChild(): ChildProcess {
  // The build would pack a file that it sees named here: Node runs it as it is, for the web server and for scripts alike.
  const program = realpathSync(join(process.cwd(), 'lib/platform/pdf/child.ts'))
  const child = fork(program, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // It needs neither the secrets of this process nor what was loaded before it.
    env: { NODE_ENV: 'production' },
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=16'],
  })
  // What nobody listens to would end this process as well.
  return child.on('error', (error) => log('warn', 'the process that draws PDFs failed', { error }))
}

/** Has the process wait for another paper for a while, without keeping this one from ending. */
function keep(press: Press, child: ChildProcess): void {
  press.child = child
  child.unref()
  child.channel?.unref()
  press.idle = setTimeout(() => {
    press.child = null
    if (child.connected) child.disconnect()
  }, IDLE_MS).unref()
}

function draw(child: ChildProcess, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  child.ref()
  child.channel?.ref()
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const end = () => {
      clearTimeout(patience)
      child.off('message', done).off('exit', ended).off('error', fail)
    }
    const fail = (error: Error) => {
      end()
      child.kill('SIGKILL')
      reject(error)
    }
    const done = (bytes: Uint8Array) => {
      end()
      resolve(new Uint8Array(bytes))
    }
    const tooMuch = (what: string) => {
      log('warn', `a PDF took too ${what} and was given up`, { blocks: paper.blocks.length })
      fail(new PdfRefused('This is too long for one PDF file.'))
    }
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      // How V8 ends when its heap is full.
      if (signal === 'SIGABRT') tooMuch('much memory')
      else fail(new Error(`the process that draws PDFs ended (${signal ?? `code ${code}`})`))
    }
    const patience = setTimeout(() => tooMuch('long'), LONGEST_MS)
    child.once('message', done).once('exit', ended).once('error', fail)
    child.send(paper, (error) => error && fail(error))
  })
}
