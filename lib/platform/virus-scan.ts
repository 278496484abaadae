import { connect } from 'node:net'
import { env } from './env.ts'
import { log } from './log.ts'

/** `not-scanned`: there is no scanner. `unreachable`: there is one, and it did not say that the file is clean. */
export type Verdict =
  | { state: 'clean' | 'not-scanned' | 'unreachable' }
  | { state: 'infected'; signature: string }

const PATIENCE_MS = 60_000
const LONGEST_ANSWER = 4_096

/** Whether files are scanned here. */
export function hasScanner(): boolean {
  return env().clamd !== undefined
}

/** Has ClamAV look at a file (clamd's INSTREAM command). Never throws: what cannot be told is `unreachable`. */
export async function scanForViruses(pieces: AsyncIterable<Uint8Array>): Promise<Verdict> {
  const { clamd } = env()
  if (!clamd) return { state: 'not-scanned' }
  try {
    const answer = await askClamd(clamd, pieces)
    const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (signature !== undefined) return { state: 'infected', signature }
    if (answer === 'stream: OK') return { state: 'clean' }
    log('error', 'virus scanner refused a file', { answer })
  } catch (error) {
    log('error', 'virus scanner not reached', { error })
  }
  return { state: 'unreachable' }
}

/** Sends each piece with its length in front and an empty one at the end; the answer ends with a zero byte. */
async function askClamd(
  { host, port }: { host: string; port: number },
  pieces: AsyncIterable<Uint8Array>,
): Promise<string> {
  const socket = connect({ host, port, timeout: PATIENCE_MS })
  const answer = new Promise<string>((done, failed) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
      if (text.includes('\0')) done(text.slice(0, text.indexOf('\0')).trim())
      else if (text.length > LONGEST_ANSWER) failed(new Error('an endless answer'))
    })
    socket.on('timeout', () => failed(new Error('no answer in time')))
    socket.on('error', failed)
    socket.on('close', () => failed(new Error('hung up without an answer')))
  })
  // A scanner that has heard enough answers and hangs up while pieces are still being sent.
  const settled = answer.then(
    () => true,
    () => true,
  )
  const send = (bytes: Uint8Array) =>
    Promise.race([settled, new Promise<false>((done) => socket.write(bytes, () => done(false)))])
  try {
    let isOver = await send(Buffer.from('zINSTREAM\0'))
    for await (const piece of pieces) {
      if (isOver) break
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      await send(length)
      isOver = await send(piece)
    }
    if (!isOver) await send(Buffer.alloc(4))
    return await answer
  } finally {
    socket.destroy()
  }
}
