import { crc32, createInflateRaw } from 'node:zlib'
import { passwordProtected } from './file-kind.ts'
import { SheetError } from './sheet-table.ts'

export type ZipEntry = { packed: Uint8Array; method: number; size: number; crc: number; locked: boolean }

export const damagedWorkbook = () =>
  new SheetError(
    'This workbook is damaged and cannot be read. Open it in Excel, save it again, and choose that file.',
  )

export const workbookTooLarge = () =>
  new SheetError('This workbook is too large once it is unpacked. Split it, or save the table alone as CSV.')

/** The files inside a zip by lower-case name; nothing is unpacked. Throws SheetError when it is damaged. */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  try {
    return centralDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } catch (error) {
    // A number that points outside the file makes Buffer throw.
    throw error instanceof RangeError ? damagedWorkbook() : error
  }
}

function centralDirectory(file: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  const end = file.lastIndexOf('PK\x05\x06', file.length - 22, 'latin1')
  if (end < 0) throw damagedWorkbook()
  let at = file.readUInt32LE(end + 16)
  while (at + 46 <= end && file.readUInt32LE(at) === 0x02014b50 && entries.size < 10_000) {
    const nameEnd = at + 46 + file.readUInt16LE(at + 28)
    const next = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    const sizes = [file.readUInt32LE(at + 24), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)]
    const [size = 0, packedSize = 0, offset = 0] = zip64(sizes, file.subarray(nameEnd, next))
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    if (start + packedSize > file.length) throw damagedWorkbook()
    entries.set(
      file
        .toString('utf8', at + 46, nameEnd)
        .replaceAll('\\', '/')
        .toLowerCase(),
      {
        packed: file.subarray(start, start + packedSize),
        method: file.readUInt16LE(at + 10),
        size,
        crc: file.readUInt32LE(at + 16),
        locked: (file.readUInt16LE(at + 8) & 1) === 1,
      },
    )
    at = next
  }
  return entries
}

/** Sizes that did not fit into 32 bits stand in an extra field, in this order. */
function zip64(sizes: number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let value = at + 4
    return sizes.map((size) => {
      if (size !== 0xffffffff) return size
      value += 8
      return Number(extra.readBigUInt64LE(value - 8))
    })
  }
  return sizes
}

/** Unpacks a text file in pieces; `budget.left` bytes is the most it and its siblings may come to. */
export async function* unpackText(entry: ZipEntry, budget: { left: number }): AsyncGenerator<string> {
  if (entry.locked) throw passwordProtected()
  if (entry.size > budget.left) throw workbookTooLarge()
  const decoder = new TextDecoder()
  let crc = 0
  try {
    for await (const chunk of entry.method === 0 ? [entry.packed] : inflate(entry)) {
      budget.left -= chunk.length
      if (budget.left < 0) throw workbookTooLarge()
      crc = crc32(chunk, crc)
      yield decoder.decode(chunk, { stream: true })
    }
    if (crc !== entry.crc) throw damagedWorkbook()
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? damagedWorkbook() : error
  }
}

function inflate(entry: ZipEntry): AsyncIterable<Uint8Array> {
  if (entry.method !== 8) throw damagedWorkbook()
  const stream = createInflateRaw({ chunkSize: 131_072 })
  stream.end(entry.packed)
  return stream
}
