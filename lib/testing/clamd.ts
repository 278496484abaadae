import { createServer, type Server, type Socket } from 'node:net'

export interface FakeClamd {
  /** For CLAMD_HOST. */
  host: string
  /** What it was sent, file by file. */
  seen: Buffer[]
  close: () => Promise<void>
}

/** A stand-in for clamd that speaks its INSTREAM protocol and finds one signature; `most` bytes is its StreamMaxLength. */
export async function fakeClamd(signature: string, most = 30_000_000): Promise<FakeClamd> {
  const seen: Buffer[] = []
  const server: Server = createServer((socket) => serve(socket, signature, most, seen))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    host: `127.0.0.1:${port}`,
    seen,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

function serve(socket: Socket, signature: string, most: number, seen: Buffer[]): void {
  let held = Buffer.alloc(0)
  let begun = false
  const body: Buffer[] = []
  const answer = (words: string) => socket.end(`${words}\0`)
  socket.on('error', () => undefined)
  socket.on('data', (part: Buffer) => {
    held = Buffer.concat([held, part])
    if (!begun) {
      const end = held.indexOf(0)
      if (end < 0) return
      if (held.toString('latin1', 0, end) !== 'zINSTREAM') return answer('UNKNOWN COMMAND')
      begun = true
      held = held.subarray(end + 1)
    }
    while (held.length >= 4) {
      const length = held.readUInt32BE(0)
      if (length === 0) {
        const file = Buffer.concat(body)
        seen.push(file)
        return answer(file.includes(signature) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
      }
      if (held.length < 4 + length) return
      body.push(held.subarray(4, 4 + length))
      held = held.subarray(4 + length)
      if (body.reduce((sum, piece) => sum + piece.length, 0) > most)
        return answer('INSTREAM size limit exceeded. ERROR')
    }
  })
}
