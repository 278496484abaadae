import { damagedWorkbook } from './zip-entries.ts'

/** `name` comes without its prefix; `tag` is the whole tag, for `attribute`. */
export type XmlHandler = {
  open: (name: string, tag: string) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

// No tag and no text of a workbook comes near this; without it, a file of one endless tag would be held whole.
const LONGEST_PIECE = 2_000_000

/** Calls the handler for every tag and text of a document that arrives in pieces. Knows no DTD and no entities. */
export async function scanXml(chunks: AsyncIterable<string>, on: XmlHandler): Promise<void> {
  let rest = ''
  for await (const chunk of chunks) {
    rest += chunk
    let at = 0
    for (;;) {
      const from = rest.indexOf('<', at)
      const end = from < 0 ? -1 : markupEnd(rest, from)
      if (end < 0) break
      if (from > at) on.text?.(decodeEntities(rest.slice(at, from)))
      markup(rest.slice(from, end), on)
      at = end
    }
    rest = rest.slice(at)
    if (rest.length > LONGEST_PIECE) throw damagedWorkbook()
  }
  if (rest.includes('<')) throw damagedWorkbook()
}

/** Where the markup that begins at `from` ends, or -1 when its end has not arrived yet. */
function markupEnd(text: string, from: number): number {
  const past = (end: string) => {
    const at = text.indexOf(end, from)
    return at < 0 ? -1 : at + end.length
  }
  if (text.charCodeAt(from + 1) === 33) {
    if (text.startsWith('<!--', from)) return past('-->')
    if (text.startsWith('<![CDATA[', from)) return past(']]>')
    if (from + 9 > text.length) return -1
    throw damagedWorkbook()
  }
  let quote = 0
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at + 1
  }
  return -1
}

const NAME = /^<\/?(?:[\w.-]+:)?([\w.-]+)/

function markup(tag: string, on: XmlHandler) {
  if (tag.startsWith('<![CDATA[')) return on.text?.(tag.slice(9, -3))
  const name = NAME.exec(tag)?.[1]
  if (!name) return
  if (tag.charCodeAt(1) !== 47) on.open(name, tag)
  if (tag.charCodeAt(1) === 47 || tag.charCodeAt(tag.length - 2) === 47) on.close?.(name)
}

/** Reads one attribute of a tag; `name` is a pattern: `attribute('id')('<x id="rId1">')`. */
export function attribute(name: string): (tag: string) => string | undefined {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  return (tag) => {
    const found = pattern.exec(tag)
    const value = found?.[1] ?? found?.[2]
    return value === undefined ? undefined : decodeEntities(value)
  }
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?)?(\w+);/g, (whole, numeric: string | undefined, name: string) => {
    if (!numeric) return NAMED.get(name) ?? whole
    const code = Number.parseInt(name, numeric === '#x' ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
