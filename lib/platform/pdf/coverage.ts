import { readFileSync } from 'node:fs'

const CMAP = 0x63_6d_61_70
/** The whole of Unicode by groups, and its first plane by segments. */
const GROUPS = 12
const SEGMENTS = 4

/** The characters that a TrueType font has a shape for, by its `cmap` table. Throws on a file that is no such font. */
export function charactersOf(path: string): ReadonlySet<number> {
  const file = readFileSync(path)
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = font.getUint16(4)
  for (let at = 12; at < 12 + 16 * tables; at += 16)
    if (font.getUint32(at) === CMAP) return charactersIn(font, font.getUint32(at + 8))
  throw new Error(`${path} has no table of characters`)
}

function charactersIn(font: DataView, cmap: number): Set<number> {
  const found = new Set<number>()
  const subtables = font.getUint16(cmap + 2)
  for (let n = 0; n < subtables; n += 1) {
    const at = cmap + font.getUint32(cmap + 8 + 8 * n)
    const format = font.getUint16(at)
    if (format === GROUPS) addGroups(font, at, found)
    if (format === SEGMENTS) addSegments(font, at, found)
  }
  return found
}

function addGroups(font: DataView, at: number, found: Set<number>): void {
  const groups = font.getUint32(at + 12)
  for (let group = at + 16; group < at + 16 + 12 * groups; group += 12) {
    const [from, to, glyph] = [
      font.getUint32(group),
      font.getUint32(group + 4),
      font.getUint32(group + 8),
    ] as const
    for (let code = from; code <= to; code += 1) if (glyph + code - from !== 0) found.add(code)
  }
}

function addSegments(font: DataView, at: number, found: Set<number>): void {
  const twice = font.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + twice + 2
  for (let n = 0; n < twice; n += 2) {
    const [from, to] = [font.getUint16(starts + n), font.getUint16(ends + n)]
    const delta = font.getUint16(starts + twice + n)
    const place = starts + 2 * twice + n
    const offset = font.getUint16(place)
    for (let code = from; code <= to && code !== 0xff_ff; code += 1) {
      const listed = offset === 0 ? code : font.getUint16(place + offset + 2 * (code - from))
      if (listed !== 0 && ((listed + delta) & 0xff_ff) !== 0) found.add(code)
    }
  }
}
