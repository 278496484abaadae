import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Paper } from '#lib/base/paper'
import { type Turns, turns } from '#lib/base/turns'
import { log } from './log.ts'

/** What is said to whoever asked for a file that could not be made. */
export class PdfRefused extends Error {
  override name = 'PdfRefused'
}

const MOST_WAITING = 20
const LONGEST_MS = 90_000

// One at a time in this process, whichever route asks: each is bundled apart, so the line they wait in hangs on globalThis.
const holder = globalThis as typeof globalThis & { plumblinePdfTurns?: Turns }

/**
 * The paper as a PDF: Letter or A4, in the letters that the application has on screen, the same bytes for the same paper.
 * Drawn in a thread of its own, which may take its heap and 90 seconds and no more. Throws PdfRefused with words for
 * people when too many wait or it is too long.
 */
export async function makePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  holder.plumblinePdfTurns ??= turns(1)
  const inTurn = holder.plumblinePdfTurns
  if (inTurn.waiting() >= MOST_WAITING)
    throw new PdfRefused('Many files are being made just now. Try again in a minute.')
  return inTurn(() => drawInThread(paper))
}

function drawInThread(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  // The build would pack a file that it sees named here: Node runs it as it is, for the web server and for scripts alike.
  const program = realpathSync(join(process.cwd(), 'lib/platform/pdf/thread.ts'))
  const thread = new Worker(/* turbopackIgnore: true */ program, {
    workerData: paper,
    // It needs neither the secrets of this process nor what was loaded before it.
    env: {},
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    const tooLong = () => reject(new PdfRefused('This is too long for one PDF file.'))
    const patience = setTimeout(() => {
      log('warn', 'a PDF took too long and was given up', { blocks: paper.blocks.length })
      tooLong()
      void thread.terminate()
    }, LONGEST_MS)
    thread.once('message', (bytes: Uint8Array<ArrayBuffer>) => resolve(bytes))
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error)
      log('warn', 'a PDF took too much memory and was given up', { blocks: paper.blocks.length })
      tooLong()
    })
    thread.once('exit', () => {
      clearTimeout(patience)
      reject(new Error('the thread that draws PDFs ended without one'))
    })
  })
}
