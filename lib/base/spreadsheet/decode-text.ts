export type DecodedText = { text: string; encoding: string; damaged: boolean }

/** The text of a file, its encoding found from the bytes; null when the bytes are no text. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decoded = decode(bytes)
  return decoded === null || decoded.text.includes('\0') ? null : decoded
}

function decode(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return lenient(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return lenient(bytes, 'utf-16be')
  if (a === 0xef && b === 0xbb && c === 0xbf) return lenient(bytes, 'utf-8')
  const wide = wideWithoutMark(bytes)
  if (wide) return lenient(bytes, wide)
  const utf8 = lenient(bytes, 'utf-8')
  if (!utf8.damaged || mostlyValid(utf8.text)) return utf8
  const text = new TextDecoder('windows-1252').decode(bytes)
  return looksBinary(text) ? null : { text, encoding: 'windows-1252', damaged: false }
}

function lenient(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, damaged: false }
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, damaged: true }
  }
}

/** UTF-16 of mostly Latin text has a zero in every second byte, and only there. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 === 1 || Math.max(even, odd) < sample.length / 8 || Math.min(even, odd) > 0)
    return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** A few broken characters in UTF-8, as against Windows-1252, where nearly none would come out valid. */
function mostlyValid(text: string): boolean {
  let beyondAscii = 0
  let broken = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) beyondAscii++
    if (code === 0xfffd) broken++
  }
  return broken * 10 < beyondAscii
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536)
  return (sample.match(/[\x01-\x08\x0e-\x1f\x7f]/g)?.length ?? 0) * 200 > sample.length
}
