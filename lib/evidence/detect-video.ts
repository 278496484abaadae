import { refuse, type Source } from './source.ts'

const damaged = () =>
  refuse('This video is damaged or was cut off on its way. Save it again, and choose that file.')
const otherVideo = () =>
  refuse('This kind of video does not play everywhere. Save it as MP4 or WebM, and choose that file.')

/** Boxes at the top of one file; a fragmented one has two for each few seconds. */
const MOST_BOXES = 20_000
const otherBrands = /^(?:qt {2}|3gp|3g2|M4A |M4B |F4V |crx )/
const pictureBrands = /^(?:heic|heix|hevc|mif1|msf1|avif|avis)/

/** Which video a file is; null when it is none. Throws a refusal for one that is cut off or of another kind. */
export async function detectVideo(source: Source, head: string): Promise<'mp4' | 'webm' | null> {
  if (head.slice(4, 8) === 'ftyp') return mp4(source, head.slice(8, 12))
  return head.startsWith('\x1a\x45\xdf\xa3') ? webm(source, head) : null
}

/** The boxes must fill the file to its last byte, so that nothing hides behind the film. */
async function mp4(source: Source, brand: string): Promise<'mp4'> {
  if (pictureBrands.test(brand))
    throw refuse('This is a HEIC or AVIF picture. Save it as JPEG or PNG, and choose that file.')
  if (otherBrands.test(brand)) throw otherVideo()
  const seen = new Set<string>()
  let at = 0
  for (let boxes = 0; at < source.size; boxes += 1) {
    const header = await source.read(at, 16)
    if (boxes === MOST_BOXES || header.length < 8) throw damaged()
    const short = header.readUInt32BE(0)
    if (short === 1 && header.length < 16) throw damaged()
    const size = short === 0 ? source.size - at : short === 1 ? Number(header.readBigUInt64BE(8)) : short
    if (size < 8 || at + size > source.size) throw damaged()
    seen.add(header.toString('latin1', 4, 8))
    at += size
  }
  if (!seen.has('moov') || !(seen.has('mdat') || seen.has('moof'))) throw damaged()
  return 'mp4'
}

/** A number of EBML: its first bit that is set says how long it is. */
function vint(bytes: Buffer, at: number): { value: number; length: number; isUnknown: boolean } | null {
  const first = bytes[at]
  if (first === undefined || first === 0) return null
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return null
  let value = first & (0xff >> length)
  let ones = value === 0xff >> length
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0
    value = value * 256 + byte
    ones &&= byte === 0xff
  }
  return { value, length, isUnknown: ones }
}

/** A header that says "webm", then one segment that fills the rest; recorders leave its length open. */
async function webm(source: Source, head: string): Promise<'webm'> {
  if (!/\x42\x82[\x81-\x8f]webm/.test(head.slice(0, 64))) throw otherVideo()
  const header = vint(Buffer.from(head.slice(0, 16), 'latin1'), 4)
  if (!header) throw damaged()
  const at = 4 + header.length + header.value
  const start = await source.read(at, 12)
  if (start.toString('latin1', 0, 4) !== '\x18\x53\x80\x67') throw damaged()
  const segment = vint(start, 4)
  if (!segment) throw damaged()
  if (!segment.isUnknown && at + 4 + segment.length + segment.value !== source.size) throw damaged()
  return 'webm'
}
