import type { FileTypeKey } from './file-types.ts'
import { refuse, type Source } from './source.ts'

const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_PARTS = 10_000
const MOST_DIRECTORY = 4 * 1024 * 1024
/** What the parts may come to when they are unpacked. The largest real workbook of 25 MB comes to about half. */
const MOST_UNPACKED = 1024 * 1024 * 1024
/** XML packs to a twentieth, an empty sheet to a hundredth; deflate ends at a thousandth, which only a bomb comes near. */
const MOST_TIMES = 250
const SMALL = 10 * 1024 * 1024

interface Part {
  name: string
  packed: number
  unpacked: number
  locked: boolean
}

const damaged = () =>
  refuse('This file is damaged or was cut off on its way. Open it, save it again, and choose that file.')
const bomb = () => refuse('This file unpacks to far more than it could hold honestly. It was not taken.')
const locked = () =>
  refuse('This file is protected with a password. Save a copy without the password, and choose that one.')

/** The end record of a zip that ends exactly where the file ends; null when it is no zip. */
export async function zipEnd(source: Source): Promise<Buffer | null> {
  const tail = await source.read(source.size - END_BYTES - LONGEST_COMMENT, END_BYTES + LONGEST_COMMENT)
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === 0x06054b50 && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return tail.subarray(at)
  return null
}

/** Which Office document a zip is. Throws a refusal for every other zip; nothing is unpacked. */
export async function detectZip(source: Source): Promise<FileTypeKey> {
  const end = await zipEnd(source)
  if (!end) throw damaged()
  const parts = await partsOf(source, end)
  const names = new Set(parts.map(({ name }) => name))
  const some = (start: string) => parts.some(({ name }) => name.startsWith(start))
  if (parts.some((part) => part.locked)) throw locked()
  if (isBomb(parts, source.size)) throw bomb()
  if (parts.some(({ name }) => /(^|\/)vbaproject.*\.bin$/.test(name)) || some('xl/macrosheets/'))
    throw refuse(
      'This Office file has macros, which are programs. Save it without them (as .docx, .xlsx or .pptx) or as PDF, and choose that file.',
    )
  if (names.has('[content_types].xml')) {
    if (names.has('word/document.xml')) return 'docx'
    if (names.has('xl/workbook.xml')) return 'xlsx'
    if (names.has('ppt/presentation.xml')) return 'pptx'
    if (names.has('xl/workbook.bin'))
      throw refuse('This is a binary Excel workbook (XLSB). Save it as .xlsx or PDF, and choose that file.')
  }
  if (names.has('mimetype') && names.has('content.xml'))
    throw refuse('This is an OpenDocument file. Save it as PDF or as an Office file, and choose that one.')
  if (names.has('meta-inf/manifest.mf') || names.has('androidmanifest.xml'))
    throw refuse('This is a program.')
  throw refuse('This is a zip archive. Unpack it, and add the files one by one.')
}

async function partsOf(source: Source, end: Buffer): Promise<Part[]> {
  const count = end.readUInt16LE(10)
  const length = end.readUInt32LE(12)
  const start = end.readUInt32LE(16)
  // Numbers that do not fit are marked so; no file of this size needs them.
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) throw bomb()
  if (count > MOST_PARTS || length > MOST_DIRECTORY) throw bomb()
  // What stands in front of a zip, or between its parts list and its end, is something else in hiding.
  if (start + length + end.length !== source.size) throw damaged()
  const directory = await source.read(start, length)
  const parts: Part[] = []
  for (let at = 0; at < directory.length; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (next > directory.length || directory.readUInt32LE(at + 42) >= start) throw damaged()
    parts.push({
      name: directory
        .toString('utf8', at + 46, nameEnd)
        .replaceAll('\\', '/')
        .toLowerCase(),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      locked: (directory.readUInt16LE(at + 8) & 1) === 1,
    })
    at = next
  }
  if (parts.length === 0 || parts.length !== count) throw damaged()
  return parts
}

/** By what the parts say of themselves; parts that lie on top of each other come to more than the file. */
function isBomb(parts: readonly Part[], size: number): boolean {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0)
  const unpacked = sum((part) => part.unpacked)
  return (
    sum((part) => part.packed) > size ||
    unpacked > MOST_UNPACKED ||
    (unpacked > SMALL && unpacked > size * MOST_TIMES) ||
    parts.some((part) => part.unpacked > SMALL && part.unpacked > part.packed * MOST_TIMES)
  )
}
