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
    const { text, look } = typeof run === 'string' ? { text: run, look: null } : run
    const face = look === null || look === 'soft' ? usual : faces[look]
    const style = { face, isSoft: isSoft || look === 'soft' }
    const add = (part: string) => {
      tokens.push({ word: letters.word(face, part), text: part, ...style, spaces: 0, starts })
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
  const { size, width } = manner
  const lines: Line[] = []
  let line: Line = { stretches: [], width: 0 }
  /** Where the next word would begin, and the spaces before it. */
  let [x, spaces] = [0, 0]
  const place = (group: readonly Token[]) => {
    const needed = group.reduce((sum, { word }) => sum + word.width * size, 0)
    const first = group[0]
    if (first?.starts === 'always' || (x > 0 && x + needed > width + 0.01)) {
      end(first?.starts === 'always')
      lines.push(line)
    }
    for (const token of group) {
      put(line, token, { x, spaces, size })
      line.width = x + token.word.width * size
      spaces = token.spaces
      x = line.width + spaces * letters.word(token.face, ' ').width * size
    }
  }
  const end = (isForced: boolean) => {
    const last = line.stretches.at(-1)
    // What is copied out of the file, or read aloud, must not run two words together.
    if (last && !isForced) last.text += ' '
    line = { stretches: [], width: 0 }
    ;[x, spaces] = [0, 0]
  }
  for (const group of groupsOf(tokensOf(letters, words, manner))) {
    const isWide = group.reduce((sum, { word }) => sum + word.width * size, 0) > width
    if (isWide) for (const token of chopped(letters, group)) place([token])
    else place(group)
  }
  return lines
}

/** Tokens that a line must not part. */
function groupsOf(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)
    if (token.starts === 'never' && last) last.push(token)
    else groups.push([token])
  }
  return groups
}

function put(line: Line, { word, isSoft }: Token, at: { x: number; spaces: number; size: number }): void {
  let { x, spaces } = at
  for (const { font, text, width } of word.pieces) {
    const last = line.stretches.at(-1)
    if (last?.font === font && last.isSoft === isSoft) last.text += ' '.repeat(spaces) + text
    else line.stretches.push({ font, text, isSoft, x })
    x += width * at.size
    spaces = 0
  }
}

/** The lines of paragraphs under each other. */
export function linesOfCell(letters: Letters, cell: Cell, manner: Manner): Line[] {
  return paragraphsOf(cell).flatMap((words) => linesOf(letters, words, manner))
}
