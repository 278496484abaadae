import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHUNK_BYTES, type ChunkPlace, chunksIn, fileKey, openChunk, sealChunk } from './file-cipher.ts'

const key = fileKey(Buffer.alloc(32, 'key'))
const place: ChunkPlace = { practiceId: 'practice', sha256: 'ab'.repeat(32), index: 1, total: 3 }
const bytes = fc.uint8Array({ maxLength: 300 })

describe('a chunk of a file', () => {
  it('opens as what was sealed, wherever it belongs', () => {
    fc.assert(
      fc.property(bytes, fc.nat(99), fc.integer({ min: 1, max: 99 }), (plain, index, total) => {
        const at = { ...place, index, total }
        expect(openChunk(key, sealChunk(key, plain, at), at)).toEqual(Buffer.from(plain))
      }),
    )
  })

  it('does not open when any of its bits was changed, or when it was cut or lengthened', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, at, bit) => {
        const sealed = sealChunk(key, plain, place)
        const changed = Buffer.from(sealed)
        const index = at % sealed.length
        changed.writeUInt8(changed.readUInt8(index) ^ (1 << bit), index)
        expect(openChunk(key, changed, place)).toBeNull()
        expect(openChunk(key, sealed.subarray(0, at % sealed.length), place)).toBeNull()
        expect(openChunk(key, Buffer.concat([sealed, Buffer.alloc(1)]), place)).toBeNull()
      }),
    )
  })

  it('does not open at another place, in a file of another length, in another file or practice, or under another key', () => {
    const sealed = sealChunk(key, Buffer.from('words'), place)
    expect(openChunk(key, sealed, place)?.toString()).toBe('words')
    for (const other of [
      { index: 0 },
      { total: 2 },
      { total: 4 },
      { sha256: 'cd'.repeat(32) },
      { practiceId: 'x' },
    ])
      expect(openChunk(key, sealed, { ...place, ...other })).toBeNull()
    expect(openChunk(fileKey(randomBytes(32)), sealed, place)).toBeNull()
  })

  it('looks different each time it is sealed', () => {
    const plain = Buffer.from('the same')
    expect(sealChunk(key, plain, place)).not.toEqual(sealChunk(key, plain, place))
  })

  it('is counted up to the last byte', () => {
    expect([1, CHUNK_BYTES, CHUNK_BYTES + 1, 25 * CHUNK_BYTES].map(chunksIn)).toEqual([1, 1, 2, 25])
  })
})
