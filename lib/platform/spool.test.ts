import { createHash, randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Spool } from './spool.ts'

const left = () => readdirSync(tmpdir()).filter((name) => /^plumbline-[0-9a-f]{24}$/.test(name))

describe('a file on its way in', () => {
  it('is read back as it came, from any place, however it was cut on the way', async () => {
    const part = fc.uint8Array({ maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(fc.array(part), fc.nat(200), fc.nat(200), async (parts, offset, length) => {
        const spool = await Spool.create()
        for (const bytes of parts) await spool.append(bytes)
        const whole = Buffer.concat(parts)
        expect(spool.size).toBe(whole.length)
        expect(spool.sha256).toBe(createHash('sha256').update(whole).digest('hex'))
        expect(await spool.read(offset, length)).toEqual(whole.subarray(offset, offset + length))
        const pieces: Buffer[] = []
        for await (const piece of spool.pieces(7)) pieces.push(piece)
        expect(Buffer.concat(pieces)).toEqual(whole)
        await spool.close()
      }),
      { numRuns: 60 },
    )
  })

  it('has no name on disk while it is open, and can be closed twice', async () => {
    const before = left().length
    const spool = await Spool.create()
    await spool.append(randomBytes(100_000))
    expect(left().length).toBe(before)
    await spool.close()
    await spool.close()
  })
})
