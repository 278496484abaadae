import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

type Content = AsyncIterable<Uint8Array> | readonly Uint8Array[] | Iterable<Uint8Array>
export type ZipPart = { name: string; content: Content }

/** A zip of the plain kind counts its parts with two bytes. */
const MOST_PARTS = 0xffff
/** What is at hand and small is packed at once: a stream for each of ten thousand small parts takes several times as long. */
const SMALL = 64 * 1024

/** Packs parts into a zip as they are made. Sizes follow each part's data, so that nothing is held back. */
export async function* zipPieces(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  let count = 0
  for await (const { name, content } of parts) {
    const sum = { crc: 0, size: 0 }
    const fileName = Buffer.from(name)
    const header = Buffer.concat([fields([0x04034b50, 4], ...shared({ crc: 0, size: 0 }, 0, name)), fileName])
    yield header
    let packed = 0
    count += 1
    if (count > MOST_PARTS) throw new RangeError('too many parts for one zip')
    for await (const piece of deflated(content, sum)) {
      packed += piece.length
      yield piece
    }
    const trailer = fields([0x08074b50, 4], [sum.crc, 4], [packed, 4], [sum.size, 4])
    yield trailer
    directory.push(
      fields(
        [0x02014b50, 4],
        [20, 2],
        ...shared(sum, packed, name),
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [offset, 4],
      ),
      fileName,
    )
    offset += header.length + packed + trailer.length
  }
  const index = Buffer.concat(directory)
  yield Buffer.concat([
    index,
    fields([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2]),
  ])
}

type Field = readonly [value: number, bytes: 2 | 4]

/** What a part's own header and its line in the directory have in common: deflated, sizes after the data, 1980. */
function shared(sum: { crc: number; size: number }, packed: number, name: string): Field[] {
  return [
    [20, 2],
    [8, 2],
    [8, 2],
    [0, 2],
    [33, 2],
    [sum.crc, 4],
    [packed, 4],
    [sum.size, 4],
    [Buffer.byteLength(name), 2],
    [0, 2],
  ]
}

function fields(...list: Field[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((total, [, bytes]) => total + bytes, 0))
  let at = 0
  for (const [value, bytes] of list) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}

async function* counted(content: Content, sum: { crc: number; size: number }) {
  for await (const piece of content) {
    sum.crc = crc32(piece, sum.crc)
    sum.size += piece.length
    yield piece
  }
}

async function* deflated(content: Content, sum: { crc: number; size: number }): AsyncIterable<Uint8Array> {
  if (Array.isArray(content)) {
    const whole = Buffer.concat(content)
    if (whole.length <= SMALL) {
      sum.crc = crc32(whole)
      sum.size = whole.length
      yield deflateRawSync(whole, { level: 3 })
      return
    }
  }
  // A fault in the content destroys the deflater with it, and so reaches whoever reads from it.
  yield* pipeline(Readable.from(counted(content, sum)), createDeflateRaw({ level: 3 }), () => {})
}
