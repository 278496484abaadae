import pdfmake from 'pdfmake'
import type { Block, Paper } from '#lib/base/paper'
import { drawBlocks } from './blocks.ts'
import { Letters } from './letters.ts'
import { type Line, linesOf } from './lines.ts'
import { type Furnish, Pen } from './pen.ts'

const SMALL = 7
const BANNER = 8
/** Above the edge of the paper. */
const FOOT = 30
const HEAD = 22

const sizes = { letter: [612, 792], a4: [595.28, 841.89] } as const

const words = {
  en: {
    code: 'en-US',
    page: (page: number, total: number) => `page ${page} of ${total}`,
    missing: (list: string) =>
      `\u{fffd} stands for characters that the letters of this file do not include: ${list}.`,
    more: (number: number) => `and ${number} more`,
  },
  es: {
    code: 'es-US',
    page: (page: number, total: number) => `página ${page} de ${total}`,
    missing: (list: string) =>
      `\u{fffd} está en lugar de caracteres que las letras de este archivo no incluyen: ${list}.`,
    more: (number: number) => `y ${number} más`,
  },
} as const

const MOST_NAMED = 20

/** Draws a paper and gives the bytes of the file. Needs the processor all the while: use `makePdf`. */
export async function drawPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const document = await openDocument(paper)
  const taken: Uint8Array[] = []
  const take = () => {
    const chunk: unknown = document.read()
    if (chunk instanceof Uint8Array) taken.push(chunk)
  }
  const letters = new Letters((font, text) => document.font(font).fontSize(1000).widthOfString(text) / 1000)
  const furnish = furniture(paper, letters)
  const { width, height } = document.page
  // Once to count the pages, which is said on each of them, and once to draw them and let go of each.
  const counting = new Pen({ width, height }, null, 0, furnish)
  drawAll(counting, letters, paper)
  // The library writes in many small pieces: taken at each page they do not pile up.
  const drawing = new Pen({ width, height }, document, counting.pages, (...page) => {
    take()
    furnish(...page)
  })
  drawAll(drawing, letters, paper)
  drawing.end()
  document.end()
  take()
  return stamped(taken)
}

function drawAll(pen: Pen, letters: Letters, { blocks, language }: Paper): void {
  drawBlocks(pen, letters, blocks)
  if (letters.missing.length > 0) drawBlocks(pen, letters, [aboutMissing(letters.missing, language)])
}

function aboutMissing(missing: readonly string[], language: Paper['language']): Block {
  const named = missing.slice(0, MOST_NAMED).map((text) => {
    const codes = Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase())
    return codes.map((code) => `U+${code.padStart(4, '0')}`).join(' ')
  })
  const rest = missing.length - named.length
  const list = rest > 0 ? `${named.join(', ')} ${words[language].more(rest)}` : named.join(', ')
  return { kind: 'paragraph', look: 'soft', words: words[language].missing(list) }
}

/** The head and the foot of each page. */
function furniture({ title, mark, head, language }: Paper, letters: Letters): Furnish {
  const small = (text: string, width: number) => linesOf(letters, text, { size: SMALL, isSoft: true, width })
  const widthOf = (text: string, width: number) => small(text, width)[0]?.width ?? 0
  return (pen, page, total) => {
    const number = words[language].page(page, total)
    const numberWidth = widthOf(number, pen.width)
    const room = pen.width - numberWidth - 14
    const name = shortened(small(title, Math.max(1, room - widthOf(` · ${mark}…`, room))))
    const y = pen.bottom + FOOT
    pen.within(null, () => {
      pen.lines(small(`${name} · ${mark}`, room), { x: pen.left, y, size: SMALL })
      pen.lines(small(number, pen.width), { x: pen.left + pen.width - numberWidth, y, size: SMALL })
    })
    if (!head) return
    const lines = linesOf(letters, head, { size: BANNER, width: pen.width, face: 'strong' })
    pen.within(null, () => pen.lines(lines.slice(0, 1), { x: pen.left, y: HEAD, size: BANNER }))
  }
}

/** The first line, with a sign that there were more. */
function shortened([first, ...more]: readonly Line[]): string {
  const text = (first?.stretches ?? []).map((stretch) => stretch.text).join('')
  return more.length > 0 ? `${text.trimEnd()}…` : text
}

/**
 * An empty document with its first page. pdfmake is asked for nothing but that: what it lays out itself it holds in memory
 * whole, it drops what is left of a row higher than a page, and tells readers nothing of headings and tables.
 */
async function openDocument({ title, author, language, size, landscape, madeAt }: Paper) {
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  const [width, height] = sizes[size]
  return pdfmake
    .createPdf({
      content: [],
      pageSize: landscape ? { width: height, height: width } : { width, height },
      info: { title, author, producer: 'Plumbline', creator: 'Plumbline', creationDate: madeAt },
      ...{ language: words[language].code, tagged: true, displayTitle: true },
    })
    .getStream()
}

/**
 * The bytes, which say that they are PDF 1.7. The library would add a second description of the file from 1.4 on, in XML in
 * which it escapes nothing of the title; in a 1.3 it writes all the rest the same.
 */
function stamped(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  // What the library holds back until something else is written never is, when that was forgotten.
  if (new TextDecoder().decode(all.subarray(-6)) !== '%%EOF\n') throw new Error('the PDF has no end')
  all.set(new TextEncoder().encode('%PDF-1.7'))
  return all
}
