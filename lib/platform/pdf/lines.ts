import { type Cell, type Look, paragraphsOf, runsOf, type Words } from '#lib/base/paper'
import { type Face, graphemesOf, type Letters, type Piece, tidy, type Word } from './letters.ts'

/** Letters side by side that look the same, at their place in the line. */
export interface Stretch extends Piece {
  x: number
  isSoft: boolean
}

export interface Line {
  stretches: Stretch[]
  width: number
}

/** How words without a look of their own are drawn, and how wide a line may be. */
export interface Manner {
  size: number
  width: number
  face?: Face
  isSoft?: boolean
}

const faces: Readonly<Record<Look, Face>> = { strong: 'strong', soft: 'regular', label: 'slanted' }

interface Token {
  word: Word
  text: string
  face: Face
  isSoft: boolean
  /** Spaces after it. */
  spaces: number
  /** Whether a line may begin with it, or has to. */
  starts: 'never' | 'maybe' | 'always'
}

/** Where a word may be parted: after a hyphen or a stroke between two letters. */
const seams = /(?<=\p{L}[-/])(?=\p{L})/u
const mayHaveSeam = /[-/]/

function tokensOf(
  letters: Letters,
  words: Words,
  { face: usual = 'regular', isSoft = false }: Manner,
): Token[] {
  const tokens: Token[] = []
  let starts: Token['starts'] = 'always'
  for (const run of runsOf(words)) {
    const [text, look] = typeof run === 'string' ? [run, null] : [run.text, run.look]
    const face = look === null || look === 'soft' ? usual : faces[look]
    const isBack = isSoft || look === 'soft'
    const add = (text: string) => {
      tokens.push({ word: letters.word(face, text), text, face, isSoft: isBack, spaces: 0, starts })
      starts = 'never'
    }
    for (const [index, line] of tidy(text).split('\n').entries()) {
      if (index > 0) {
        starts = 'always'
        // An empty line is a line.
        if (line === '') add('')
      }
      for (const [at, part] of line.split(' ').entries()) {
        const last = tokens.at(-1)
        // Spaces at the beginning of a line are none.
        if (at > 0 && last && starts !== 'always') {
          last.spaces += 1
          starts = 'maybe'
        }
        if (part === '') continue
        if (!mayHaveSeam.test(part)) add(part)
        else
          for (const [seam, piece] of part.split(seams).entries()) {
            if (seam > 0) starts = 'maybe'
            add(piece)
          }
      }
    }
  }
  return tokens
}

/** One token for each character, for what is wider than a line. */
function chopped(letters: Letters, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const characters = token.text === '' ? [''] : graphemesOf(token.text)
    return characters.map((text, index) => ({
      ...token,
      ...{ text, word: letters.word(token.face, text) },
      spaces: index === characters.length - 1 ? token.spaces : 0,
      starts: index === 0 ? token.starts : 'maybe',
    }))
  })
}

/** A paragraph broken into lines. */
export function linesOf(letters: Letters, words: Words, manner: Manner): Line[] {
  const tokens = tokensOf(letters, words, manner)
  const lines: Line[] = []
  const cursor: Cursor = { line: { stretches: [], width: 0 }, x: 0, spaces: 0 }
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    // Tokens that a line must not part.
    let width = 0
    do {
      width += (tokens[to]?.word.width ?? 0) * manner.size
      to += 1
    } while (tokens[to]?.starts === 'never')
    if (width <= manner.width) place(letters, lines, cursor, tokens, { from, to, width }, manner)
    else
      for (const token of chopped(letters, tokens.slice(from, to)))
        place(
          letters,
          lines,
          cursor,
          [token],
          { from: 0, to: 1, width: token.word.width * manner.size },
          manner,
        )
  }
  return lines
}

/** Where the next word would begin, and the spaces before it. */
interface Cursor {
  line: Line
  x: number
  spaces: number
}

/** Puts tokens side by side where the cursor stands, or at the beginning of the next line. */
function place(
  letters: Letters,
  lines: Line[],
  cursor: Cursor,
  tokens: readonly Token[],
  group: { from: number; to: number; width: number },
  { size, width }: Manner,
): void {
  const isForced = tokens[group.from]?.starts === 'always'
  if (isForced || (cursor.x > 0 && cursor.x + group.width > width + 0.01)) {
    const last = cursor.line.stretches.at(-1)
    // What is copied out of the file, or read aloud, must not run two words together.
    if (last && !isForced) last.text += ' '
    cursor.line = { stretches: [], width: 0 }
    cursor.x = 0
    cursor.spaces = 0
    lines.push(cursor.line)
  }
  for (let at = group.from; at < group.to; at += 1) {
    const token = tokens[at]
    if (!token) continue
    put(cursor, token, size)
    cursor.line.width = cursor.x
    cursor.spaces = token.spaces
    if (token.spaces > 0) cursor.x += token.spaces * letters.word(token.face, ' ').width * size
  }
}

function put(cursor: Cursor, { word, isSoft }: Token, size: number): void {
  const { stretches } = cursor.line
  for (const { font, text, width } of word.pieces) {
    const last = stretches.at(-1)
    if (last?.font === font && last.isSoft === isSoft) last.text += ' '.repeat(cursor.spaces) + text
    else stretches.push({ font, text, isSoft, x: cursor.x })
    cursor.x += width * size
    cursor.spaces = 0
  }
}

/** The lines of paragraphs under each other. */
export function linesOfCell(letters: Letters, cell: Cell, manner: Manner): Line[] {
  return paragraphsOf(cell).flatMap((words) => linesOf(letters, words, manner))
}
