import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeClamd } from '#lib/testing/clamd'

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text)
}

/** A scanner module that reads the environment anew. */
async function scanner(host: string | undefined) {
  vi.resetModules()
  vi.stubEnv('CLAMD_HOST', host)
  return import('./virus-scan.ts')
}

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('scanning for viruses', () => {
  it('sends the whole file and tells clean from infected, with the name of what was found', async () => {
    const clamd = await fakeClamd('BAD WORDS')
    const { scanForViruses, hasScanner } = await scanner(clamd.host)
    expect(hasScanner()).toBe(true)
    expect(await scanForViruses(pieces('good ', 'words'))).toEqual({ state: 'clean' })
    expect(await scanForViruses(pieces('BAD', ' WO', 'RDS'))).toEqual({
      state: 'infected',
      signature: 'Eicar-Test-Signature',
    })
    expect(clamd.seen.map(String)).toEqual(['good words', 'BAD WORDS'])
    await clamd.close()
  })

  it('does not take a file for clean when the scanner cannot take it, hangs up or is not there', async () => {
    const clamd = await fakeClamd('BAD', 10)
    const { scanForViruses } = await scanner(clamd.host)
    expect(await scanForViruses(pieces('x'.repeat(8), 'y'.repeat(8), 'z'.repeat(500_000)))).toEqual({
      state: 'unreachable',
    })
    await clamd.close()
    expect(await scanForViruses(pieces('words'))).toEqual({ state: 'unreachable' })

    const rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise((done) => rude.once('listening', done))
    const address = rude.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const again = await scanner(`127.0.0.1:${port}`)
    expect(await again.scanForViruses(pieces('words'))).toEqual({ state: 'unreachable' })
    rude.close()
  })

  it('says when there is no scanner', async () => {
    const { scanForViruses, hasScanner } = await scanner(undefined)
    expect(hasScanner()).toBe(false)
    expect(await scanForViruses(pieces('words'))).toEqual({ state: 'not-scanned' })
  })
})
