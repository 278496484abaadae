import { inflateSync } from 'node:zlib'

/** The objects of a PDF as Chromium and we write it: plain numbered objects, text by glyph number. */
function objectsIn(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const all = pdf.toString('latin1')
  const objects = new Map<string, { head: string; stream: string }>()
  for (const match of all.matchAll(/(\d+) 0 obj\r?\n?([\s\S]*?)endobj/g)) {
    const [, number = '', body = ''] = match
    const at = body.indexOf('stream')
    if (at < 0) {
      objects.set(number, { head: body, stream: '' })
      continue
    }
    const head = body.slice(0, at)
    const content = body.slice(at).replace(/^stream\r?\n/, '')
    // What is packed may end with what looks like the end of a line.
    const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1]
    const raw = length ? content.slice(0, Number(length)) : content.replace(/\r?\n?endstream[\s\S]*$/, '')
    const bytes = Buffer.from(raw, 'latin1')
    objects.set(number, { head, stream: head.includes('FlateDecode') ? inflate(bytes) : raw })
  }
  return objects
}

function inflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

const wordsOf = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')

/** What each glyph of a font says, and how many hexadecimal digits number one: fonts that vary are drawn, and number shorter. */
interface Font {
  digits: number
  glyphs: ReadonlyMap<number, string>
}

/** What each glyph says, by the font’s ToUnicode table. */
function glyphsOf(table: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, rows = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', words = ''] of rows.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(glyph, 16), wordsOf(words))
  for (const [, rows = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const lists = /<(\w+)>\s*<\w+>\s*\[(.*?)\]/g
    for (const [, from = '', list = ''] of rows.matchAll(lists))
      for (const [index, [, words = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries())
        glyphs.set(Number.parseInt(from, 16) + index, wordsOf(words))
    for (const [, from = '', to = '', words = ''] of rows
      .replaceAll(lists, '')
      .matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
      const start = Number.parseInt(words, 16)
      for (let glyph = first; glyph <= last; glyph += 1)
        glyphs.set(glyph, String.fromCodePoint(start + glyph - first))
    }
  }
  return glyphs
}

/** The words of each page of a PDF, without white space: where lines break is not said. */
export function pagesOfPdf(pdf: Uint8Array): string[] {
  const objects = objectsIn(Buffer.from(pdf))
  const head = (number: string | undefined) => objects.get(number ?? '')?.head ?? ''
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
  return pages.map(({ head: page }) => {
    const resources = /\/Resources\s+(\d+) 0 R/.exec(page)?.[1]
    const all = resources ? head(resources) : page
    const fonts = new Map<string, Font>(
      [...all.matchAll(/\/(F\d+)\s+(\d+) 0 R/g)].map(([, name = '', number]) => {
        const table = /\/ToUnicode\s+(\d+) 0 R/.exec(head(number))?.[1]
        const glyphs = glyphsOf(objects.get(table ?? '')?.stream ?? '')
        return [name, { digits: head(number).includes('/Type3') ? 2 : 4, glyphs }]
      }),
    )
    const content = /\/Contents\s+(\d+) 0 R/.exec(page)?.[1]
    return textIn(objects.get(content ?? '')?.stream ?? '', fonts)
  })
}

function textIn(content: string, fonts: ReadonlyMap<string, Font>): string {
  let text = ''
  let font: Font = { digits: 4, glyphs: new Map() }
  for (const [, name, hex = ''] of content.matchAll(/\/(F\d+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>/g))
    if (name) font = fonts.get(name) ?? font
    else
      for (let at = 0; at < hex.length; at += font.digits)
        text += font.glyphs.get(Number.parseInt(hex.slice(at, at + font.digits), 16)) ?? ''
  // Ligatures are told as the letters they stand for.
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
