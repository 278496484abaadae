import { join } from 'node:path'
import { charactersOf } from './coverage.ts'

/** As a look is drawn. */
export type Face = 'regular' | 'strong' | 'slanted'

const modules = join(import.meta.dirname, '../../../node_modules')
const geist = (style: string) => join(modules, `geist/dist/fonts/geist-sans/Geist-${style}.ttf`)
const roboto = (style: string) => join(modules, `pdfmake/fonts/Roboto/Roboto-${style}.ttf`)

/** For each face the font that the application has on screen, and one that knows more characters (Greek among them). */
export const fontFiles: Readonly<Record<Face, readonly [first: string, second: string]>> = {
  regular: [geist('Regular'), roboto('Regular')],
  strong: [geist('SemiBold'), roboto('Medium')],
  slanted: [geist('Italic'), roboto('Italic')],
}

/** Stands for what neither font has a shape for. */
export const missingMark = '\u{fffd}'

/** Characters without a shape of their own: joiners, marks of direction, variants of the one before. */
const unseen = /[\u{fe00}-\u{fe0f}]|[\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}]/gu

const plain = /^[\n -~]*$/

/** The same text with one way to write each thing that looks the same. */
export function tidy(text: string): string {
  if (plain.test(text)) return text
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u{2028}\u{2029}]/gu, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[\u{2007}\u{202f}]/gu, '\u{a0}')
    .replaceAll(/[\u{2000}-\u{2006}\u{2008}-\u{200a}\u{205f}\u{3000}]/gu, ' ')
    .replaceAll('\u{2011}', '-')
}

/** Letters that one font draws. */
export interface Piece {
  font: string
  text: string
}

/** A word as it is drawn, and how wide it and its pieces are at a size of one point. */
export interface Word {
  pieces: readonly (Piece & { width: number })[]
  width: number
}

/** Width of a text in a font at a size of one point. */
type Measure = (font: string, text: string) => number

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What people see as one character each. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Knows how words are drawn, and what could not be. */
export class Letters {
  readonly #words: Record<Face, Map<string, Word>> = {
    regular: new Map(),
    strong: new Map(),
    slanted: new Map(),
  }
  readonly #known = new Map<string, ReadonlySet<number>>()
  readonly #missing = new Set<string>()
  readonly #measure: Measure

  constructor(measure: Measure) {
    this.#measure = measure
  }

  /** What stood where the mark for missing characters stands now, each one once. */
  get missing(): readonly string[] {
    return [...this.#missing]
  }

  /** A word, which has no space in it. */
  word(face: Face, text: string): Word {
    const known = this.#words[face].get(text)
    if (known) return known
    const pieces = this.#piecesOf(face, text).map((piece) => ({
      ...piece,
      width: this.#measure(piece.font, piece.text),
    }))
    const made = { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) }
    this.#words[face].set(text, made)
    return made
  }

  #has(font: string, text: string): boolean {
    let known = this.#known.get(font)
    if (!known) {
      known = charactersOf(font)
      this.#known.set(font, known)
    }
    for (const character of text) if (!known.has(character.codePointAt(0) ?? 0)) return false
    return true
  }

  #piecesOf(face: Face, text: string): Piece[] {
    const [first, second] = fontFiles[face]
    if (this.#has(first, text)) return [{ font: first, text }]
    const pieces: Piece[] = []
    for (const grapheme of graphemesOf(text)) {
      const seen = grapheme.replaceAll(unseen, '')
      if (seen === '') continue
      const font = [first, second].find((each) => this.#has(each, seen))
      if (!font) this.#missing.add(seen)
      const [drawnIn, drawn] = font ? [font, seen] : [second, missingMark]
      const last = pieces.at(-1)
      if (last?.font === drawnIn) last.text += drawn
      else pieces.push({ font: drawnIn, text: drawn })
    }
    return pieces
  }
}
