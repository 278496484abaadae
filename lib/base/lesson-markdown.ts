import { marked, type Token, type Tokens } from 'marked'

/** Words in a lesson. */
export type LessonInline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em'; parts: readonly LessonInline[] }
  | { kind: 'link'; href: string; parts: readonly LessonInline[] }
  | { kind: 'break' }

/** A part of a lesson. `scene`: a situation to think about. `file`: a picture, video or PDF by its id. */
export type LessonBlock =
  | { kind: 'paragraph'; parts: readonly LessonInline[] }
  | { kind: 'heading'; level: 2 | 3; parts: readonly LessonInline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly (readonly LessonBlock[])[] }
  | { kind: 'scene'; blocks: readonly LessonBlock[] }
  | { kind: 'file'; id: string; alt: string }

const fileAddress = /^file:([0-9a-f-]{36})$/i
const httpsAddress = /^https:\/\/[^\s/@]+(?:[/?#]\S*)?$/i

/**
 * The body of a lesson as plain parts. Only what lessons use is understood; all else (HTML, tables, code, pictures from
 * elsewhere) comes out as the text that was typed, so nothing is lost and nothing is run.
 */
export function lessonBlocks(body: string): LessonBlock[] {
  if (tooDeep.test(body)) return asTyped(body)
  try {
    return blocksOf(marked.lexer(body, { gfm: true }))
  } catch (error) {
    // The lexer calls itself for each level.
    if (error instanceof RangeError) return asTyped(body)
    throw error
  }
}

/** Scenes in lists in scenes, nine levels down: no lesson, and more than a stack holds when there are thousands. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){9}/m

const asTyped = (body: string): LessonBlock[] => [{ kind: 'paragraph', parts: lines(body) }]

/** Every file that a body shows, in order, with the words for those who cannot see it. */
export function filesShown(body: string): { id: string; alt: string }[] {
  const found = (blocks: readonly LessonBlock[]): { id: string; alt: string }[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'file') return [{ id: block.id, alt: block.alt }]
      if (block.kind === 'scene') return found(block.blocks)
      return block.kind === 'list' ? block.items.flatMap(found) : []
    })
  return found(lessonBlocks(body))
}

/** The words of some parts, without their looks. */
export function plainText(parts: readonly LessonInline[]): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'break' ? '\n' : plainText(part.parts)))
    .join('')
}

function blocksOf(tokens: readonly Token[]): LessonBlock[] {
  return tokens.flatMap((token) => blockOf(token))
}

const is = <Kind extends Token['type']>(token: Token, kind: Kind) => token.type === kind

function blockOf(token: Token): LessonBlock[] {
  if (is(token, 'space') || is(token, 'hr') || is(token, 'def')) return []
  if (is(token, 'heading')) {
    const { depth, tokens } = token as Tokens.Heading
    return [{ kind: 'heading', level: depth <= 2 ? 2 : 3, parts: inlineOf(tokens) }]
  }
  if (is(token, 'list')) {
    const { ordered, start, items } = token as Tokens.List
    return [
      {
        kind: 'list',
        ordered,
        start: typeof start === 'number' ? start : 1,
        items: items.map((item) => blocksOf(item.tokens)),
      },
    ]
  }
  if (is(token, 'blockquote'))
    return [{ kind: 'scene', blocks: blocksOf((token as Tokens.Blockquote).tokens) }]
  if (is(token, 'paragraph') || is(token, 'text')) {
    const tokens = 'tokens' in token ? token.tokens : undefined
    return paragraphs(tokens ?? [token])
  }
  const text = is(token, 'code') ? (token as Tokens.Code).text : token.raw
  return text.trim() === '' ? [] : [{ kind: 'paragraph', parts: lines(text.trim()) }]
}

/** A paragraph; files in it stand on their own between its parts. */
function paragraphs(tokens: readonly Token[]): LessonBlock[] {
  const blocks: LessonBlock[] = []
  let words: Token[] = []
  const flush = () => {
    const parts = inlineOf(words)
    if (plainText(parts).trim() !== '') blocks.push({ kind: 'paragraph', parts })
    words = []
  }
  for (const token of tokens) {
    const id = is(token, 'image') ? fileAddress.exec((token as Tokens.Image).href)?.[1] : undefined
    if (id === undefined) words.push(token)
    else {
      flush()
      blocks.push({ kind: 'file', id: id.toLowerCase(), alt: (token as Tokens.Image).text.trim() })
    }
  }
  flush()
  return blocks
}

function inlineOf(tokens: readonly Token[]): LessonInline[] {
  return tokens.flatMap((token): LessonInline[] => {
    if (is(token, 'strong') || is(token, 'em')) {
      const kind = is(token, 'strong') ? 'strong' : 'em'
      return [{ kind, parts: inlineOf((token as Tokens.Strong | Tokens.Em).tokens) }]
    }
    if (is(token, 'link')) {
      const { href, tokens: words } = token as Tokens.Link
      const parts = inlineOf(words)
      return httpsAddress.test(href) ? [{ kind: 'link', href, parts }] : parts
    }
    if (is(token, 'br')) return [{ kind: 'break' }]
    if (is(token, 'codespan')) return [{ kind: 'text', text: (token as Tokens.Codespan).text }]
    if (is(token, 'escape')) return [{ kind: 'text', text: (token as Tokens.Escape).text }]
    if (is(token, 'text')) {
      const { tokens: inner, text } = token as Tokens.Text
      return inner ? inlineOf(inner) : [{ kind: 'text', text }]
    }
    return [{ kind: 'text', text: token.raw }]
  })
}

/** Every line of what was typed. */
function lines(text: string): LessonInline[] {
  return text
    .split('\n')
    .flatMap((line, at): LessonInline[] => [
      ...(at > 0 ? [{ kind: 'break' } as const] : []),
      { kind: 'text', text: line },
    ])
}
