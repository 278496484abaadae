import { crc32, createInflateRaw } from 'node:zlib'

/** Why a package is not taken, in words for whoever chose it. */
export class PackageError extends Error {}

/** Bytes that can be looked at anywhere without being held in memory. */
export interface PackageSource {
  readonly size: number
  /** Up to `length` bytes from `offset` on; fewer at the end. */
  read: (offset: number, length: number) => Promise<Buffer>
}

/** One file inside a zip. */
export interface ZipFile {
  /** With `/` between folders, as it was packed otherwise. */
  name: string
  stored: boolean
  packed: number
  unpacked: number
  crc: number
  /** Where its own header begins. */
  offset: number
}

const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_DIRECTORY = 4 * 1024 * 1024
const mostFiles = 5_000
/** Of one file, and of all. A course with videos of an hour comes to about half of it. */
const MOST_UNPACKED_FILE = 300 * 1024 * 1024
const MOST_UNPACKED = 1024 * 1024 * 1024
/** Text packs to a twentieth, an empty file to a hundredth; deflate ends at a thousandth, which only a bomb comes near. */
const MOST_TIMES = 250
const SMALL = 10 * 1024 * 1024
/** What packing programs of a Mac and of Windows leave beside the files. */
const LEFTOVER = /(^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

const damaged = () =>
  new PackageError(
    'This file is no zip, or was damaged or cut off on its way. Export the package again, and choose that file.',
  )
const bomb = () => new PackageError('This package unpacks to far more than a course holds. It was not taken.')
const badName = (name: string) =>
  new PackageError(
    `This package has a file whose name leads out of it, or cannot be one: “${name.slice(0, 80)}”. It was not taken. Export it again, or ask whoever made it.`,
  )

/** The files inside a package, in the order in which they stand. Nothing is unpacked. Throws a PackageError. */
export async function zipIndex(source: PackageSource): Promise<ZipFile[]> {
  const end = await endOf(source)
  const count = end.readUInt16LE(10)
  const length = end.readUInt32LE(12)
  const start = end.readUInt32LE(16)
  // Numbers that do not fit are marked so (zip64); no package of the sizes taken here needs them.
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff || length > MOST_DIRECTORY)
    throw bomb()
  // What stands in front of a zip is something else in hiding.
  if (start + length + end.length !== source.size) throw damaged()
  const files = filesIn(await source.read(start, length), start, count)
  refuseBombs(files, source.size)
  const kept = files.filter(({ name }) => !name.endsWith('/') && !LEFTOVER.test(name))
  if (kept.length > mostFiles)
    throw new PackageError(
      `This package holds more than ${mostFiles.toLocaleString('en-US')} files, which is the most that is taken. Export it as several courses.`,
    )
  refuseTwice(kept)
  return kept
}

async function endOf(source: PackageSource): Promise<Buffer> {
  const tail = await source.read(
    Math.max(0, source.size - END_BYTES - LONGEST_COMMENT),
    END_BYTES + LONGEST_COMMENT,
  )
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === 0x06054b50 && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return tail.subarray(at)
  throw damaged()
}

function filesIn(directory: Buffer, start: number, count: number): ZipFile[] {
  const files: ZipFile[] = []
  let seen = 0
  for (let at = 0; at < directory.length; seen += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    const offset = directory.readUInt32LE(at + 42)
    if (next > directory.length || offset >= start) throw damaged()
    const method = directory.readUInt16LE(at + 10)
    const name = nameIn(directory.subarray(at + 46, nameEnd))
    if ((directory.readUInt16LE(at + 8) & 1) === 1)
      throw new PackageError(
        'This package is protected with a password. Export it without one, and choose that file.',
      )
    if (method !== 0 && method !== 8)
      throw new PackageError(
        'This package is packed in a way that is not understood. Unpack it, pack it as an ordinary zip, and choose that file.',
      )
    // The upper half are the rights of a file under Unix, the first four bits of which say what it is.
    if (((directory.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000) throw badName(name)
    files.push({
      name,
      stored: method === 0,
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      crc: directory.readUInt32LE(at + 16),
      offset,
    })
    at = next
  }
  if (seen !== count || seen === 0) throw damaged()
  return files
}

/** A name as a path inside the package. Old programs for Windows write `\` and letters of their own code page. */
function nameIn(bytes: Buffer): string {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    name = new TextDecoder('windows-1252').decode(bytes)
  }
  const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  const parts = path.replace(/\/$/, '').split('/')
  const wrong = parts.some((part) => part === '' || part === '.' || part === '..')
  if (wrong || path.length > 500 || /^[a-z]:/i.test(path) || /\p{Cc}/u.test(path)) throw badName(name)
  return path
}

function refuseBombs(files: readonly ZipFile[], size: number): void {
  const sum = (of: (file: ZipFile) => number) => files.reduce((total, file) => total + of(file), 0)
  const unpacked = sum((file) => file.unpacked)
  const isBomb =
    // Files that lie on top of each other come to more than the zip.
    sum((file) => file.packed) > size ||
    unpacked > MOST_UNPACKED ||
    (unpacked > SMALL && unpacked > size * MOST_TIMES) ||
    files.some(
      (file) =>
        file.unpacked > MOST_UNPACKED_FILE ||
        (file.stored && file.packed !== file.unpacked) ||
        (file.unpacked > SMALL && file.unpacked > file.packed * MOST_TIMES),
    )
  if (isBomb) throw bomb()
}

/** One name, one file: which of two would be played, nobody could say. */
function refuseTwice(files: readonly ZipFile[]): void {
  const names = new Set<string>()
  for (const { name } of files) {
    if (names.has(name))
      throw new PackageError(
        `This package holds two files called “${name.slice(0, 80)}”. Export it again, and choose that file.`,
      )
    names.add(name)
  }
}

const PIECE = 1024 * 1024

/** The packed bytes of a file from one of them on, piece by piece. */
async function* packedPieces(source: PackageSource, file: ZipFile, first = 0): AsyncGenerator<Buffer> {
  const header = await source.read(file.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged()
  const from = file.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  for (let at = first; at < file.packed; at += PIECE) {
    const length = Math.min(PIECE, file.packed - at)
    const piece = await source.read(from + at, length)
    if (piece.length < length) throw damaged()
    yield piece
  }
}

/** A file of a package as it was before it was packed, piece by piece; never more bytes than it was said to have. */
async function* unpacked(source: PackageSource, file: ZipFile): AsyncGenerator<Buffer> {
  if (file.stored) {
    for await (const piece of packedPieces(source, file)) yield piece
    return
  }
  const inflate = createInflateRaw()
  const feeding = feed(inflate, packedPieces(source, file))
  let length = 0
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > file.unpacked) throw bomb()
      yield piece
    }
    await feeding
  } catch (error) {
    throw error instanceof PackageError ? error : damaged()
  } finally {
    inflate.destroy()
  }
}

async function feed(
  inflate: ReturnType<typeof createInflateRaw>,
  pieces: AsyncGenerator<Buffer>,
): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (inflate.destroyed) return
      if (!inflate.write(piece))
        await new Promise((resolve) => inflate.once('drain', resolve).once('close', resolve))
    }
    inflate.end()
  } catch (error) {
    inflate.destroy(error instanceof Error ? error : damaged())
  }
}

/** A part of a file of a package; what comes before it is unpacked too where it was packed. */
export async function* unpackedPart(
  source: PackageSource,
  file: ZipFile,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Buffer> {
  let at = file.stored ? from : 0
  for await (const piece of file.stored ? packedPieces(source, file, from) : unpacked(source, file)) {
    const part = piece.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at))
    at += piece.length
    if (part.length > 0) yield part
    if (at > to) return
  }
}

/** Unpacks a file to nowhere; throws a PackageError unless every byte is as it was packed. */
export async function verifyFile(source: PackageSource, file: ZipFile): Promise<void> {
  let length = 0
  let crc = 0
  for await (const piece of unpacked(source, file)) {
    length += piece.length
    crc = crc32(piece, crc)
  }
  if (length !== file.unpacked || crc !== file.crc) throw damaged()
}

/** All of a file that may have at most so many bytes. */
export async function wholeFile(source: PackageSource, file: ZipFile, most: number): Promise<Buffer> {
  if (file.unpacked > most) throw bomb()
  const pieces: Buffer[] = []
  for await (const piece of unpacked(source, file)) pieces.push(piece)
  return Buffer.concat(pieces)
}
