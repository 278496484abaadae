/**
 * What is put on paper, said without how it is drawn: the same blocks become a page on screen and a PDF
 * (`makePdf` in lib/platform/pdf.ts), so that the two cannot disagree.
 */
export interface Paper {
  title: string
  /** Whose it is: the practice. */
  author: string
  language: 'en' | 'es'
  size: 'letter' | 'a4'
  landscape?: boolean
  /** When the file says it was made. The same paper gives the same bytes, and so the same hash. */
  madeAt: Date
  /** Stands whole in the foot of every page, between the title and the number of the page: a hash, or that it is a draft. */
  mark: string
  /** Stands above everything on every page. */
  head?: string
  blocks: readonly Block[]
}

/** `strong` stands out, `soft` stands back, `label` says what follows. */
export type Look = 'strong' | 'soft' | 'label'

export type Run = string | { text: string; look: Look }

/** A paragraph; a line break in it is kept. */
export type Words = string | readonly Run[]

/** Paragraphs under each other. */
export type Cell = string | readonly Words[]

export type Block = Heading | Paragraph | List | Facts | Table | { kind: 'page-break' }

/** Level 1 is the title as it is read. */
export interface Heading {
  kind: 'heading'
  level: 1 | 2 | 3
  text: string
  align?: 'center'
}

export interface Paragraph {
  kind: 'paragraph'
  /** These stay together on a page as long as one holds them. */
  words: Cell
  look?: 'soft'
  align?: 'center'
}

export interface List {
  kind: 'list'
  items: readonly Words[]
}

/** What is known of one thing, two beside each other. An empty value is left out. */
export interface Facts {
  kind: 'facts'
  facts: readonly { label: string; value: string }[]
}

export interface Column {
  /** Empty in every column of a table without a heading row. */
  head: string
  /** Of the width, as much as it is of the sum of all. */
  share: number
}

/** On each further page the headings stand again, and a row stands on one page as long as one holds it. */
export interface Table {
  kind: 'table'
  caption?: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** Whether the first cell of a row says what the row is about. */
  rowHeads?: boolean
  /** Least height of a row in millimetres: room to write by hand. */
  rowMm?: number
}

export const strong = (text: string): Run => ({ text, look: 'strong' })
export const soft = (text: string): Run => ({ text, look: 'soft' })

/** 'Owner: Dana', with the first word told apart. */
export function labelled(label: string, text: string): Words {
  return [{ text: `${label}:`, look: 'label' }, ` ${text}`]
}

/** The paragraphs of a cell. */
export function paragraphsOf(cell: Cell): readonly Words[] {
  return typeof cell === 'string' ? [cell] : cell
}

/** The runs of a paragraph. */
export function runsOf(words: Words): readonly Run[] {
  return typeof words === 'string' ? [words] : words
}
