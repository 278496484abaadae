import type { Cell, Column, Facts, Table } from '#lib/base/paper'
import type { Letters } from './letters.ts'
import { type Line, linesOfCell } from './lines.ts'
import { type Element, heightOf, type Pen } from './pen.ts'

const SIZE = 8.2
const LINE = heightOf(SIZE)
const POINTS_PER_MM = 72 / 25.4
/** A row that has to be cut is not begun for less than this many lines. */
const LEAST_LINES = 4

interface Laid {
  cells: readonly (readonly Line[])[]
  height: number
}

/** How the rows of one table are drawn. */
interface Rows {
  pen: Pen
  letters: Letters
  element: Element | null
  columns: readonly { x: number; width: number }[]
  /** Around the words of a cell. */
  pad: { x: number; y: number }
  /** Which cells say what the others are about. */
  isHead: (column: number) => boolean
  /** Which cells are words that stand back. */
  isSoft: (column: number) => boolean
  hasRules: boolean
  leastHeight: number
  /** Drawn again on each page that the table goes on over. */
  head: Laid | null
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function placesOf(pen: Pen, shares: readonly number[]): Rows['columns'] {
  const unit = pen.width / sum(shares)
  return shares.map((share, index) => ({
    x: pen.left + unit * sum(shares.slice(0, index)),
    width: unit * share,
  }))
}

function lay(rows: Rows, cells: readonly Cell[], isBold = false): Laid {
  const laid = rows.columns.map(({ width }, column) => {
    const manner = { size: SIZE, width: width - 2 * rows.pad.x, isSoft: rows.isSoft(column) }
    return linesOfCell(rows.letters, cells[column] ?? '', isBold ? { ...manner, face: 'strong' } : manner)
  })
  return { cells: laid, height: heightFor(rows, Math.max(1, ...laid.map(({ length }) => length))) }
}

const heightFor = ({ pad, leastHeight }: Rows, lines: number) =>
  Math.max(leastHeight, lines * LINE + 2 * pad.y)

/** Draws a table row by row; on each further page its headings stand again. */
export function drawTable(pen: Pen, letters: Letters, table: Table): void {
  if (table.columns.length === 0) return
  const element = pen.element('Table')
  const heads = table.columns.map(({ head }: Column) => head)
  const rows: Rows = {
    ...{ pen, letters, element, head: null, hasRules: true },
    columns: placesOf(
      pen,
      table.columns.map(({ share }) => share),
    ),
    pad: { x: 4, y: 3.5 },
    isHead: (column) => column === 0 && table.rowHeads === true,
    isSoft: () => false,
    leastHeight: (table.rowMm ?? 0) * POINTS_PER_MM,
  }
  if (heads.some((head) => head !== '')) rows.head = { ...lay({ ...rows, leastHeight: 0 }, heads, true) }
  const caption = linesOfCell(letters, table.caption ?? '', { size: SIZE, width: pen.width, face: 'strong' })
  const first = table.rows[0] ? lay(rows, table.rows[0]).height : 0
  pen.need(caption.length * LINE + 8 + (rows.head?.height ?? 0) + Math.min(first, pen.bottom / 3))
  if (caption.length > 0) {
    const words = pen.element('Caption', element)
    pen.within(words, () => pen.lines(caption, { x: pen.left, y: pen.y + 2, size: SIZE }))
    words?.end()
    pen.y += caption.length * LINE + 5
  }
  drawHead(rows, true)
  for (const cells of table.rows) drawRow(rows, lay(rows, cells))
  element?.end()
  pen.y += 8
}

function drawHead({ head, ...rows }: Rows, isFirst: boolean): void {
  const { pen, columns, pad } = rows
  const y = pen.y
  if (!head) {
    if (rows.hasRules) pen.rule(pen.left, y, pen.width)
    return
  }
  pen.ground(pen.left, y, pen.width, head.height)
  // Said once: on further pages it is decoration.
  const row = isFirst ? pen.element('TR', rows.element) : null
  for (const [column, lines] of head.cells.entries()) {
    const { x = 0 } = columns[column] ?? {}
    const cell = row && pen.element('TH', row)
    pen.within(cell, () => pen.lines(lines, { x: x + pad.x, y: y + pad.y, size: SIZE }))
    cell?.end()
  }
  row?.end()
  pen.y += head.height
  if (rows.hasRules) pen.rule(pen.left, pen.y, pen.width)
}

/** A row on one page when one holds it; what is higher than a page is cut between lines, and nothing of it is lost. */
function drawRow(rows: Rows, { cells, height }: Laid): void {
  const { pen } = rows
  const row = pen.element('TR', rows.element)
  const elements = cells.map((_, column) => pen.element(rows.isHead(column) ? 'TH' : 'TD', row))
  const next = () => {
    pen.page()
    drawHead(rows, false)
  }
  const fitsOnOne = height <= pen.bottom - pen.top - (rows.head?.height ?? 0)
  const least = fitsOnOne ? height : heightFor(rows, LEAST_LINES)
  if (least > pen.room) next()
  const lines = Math.max(0, ...cells.map(({ length }) => length))
  let from = 0
  do {
    const room = Math.max(1, Math.floor((pen.room - 2 * rows.pad.y) / LINE))
    const to = fitsOnOne ? lines : Math.min(lines, from + room)
    drawPart(
      rows,
      elements,
      cells.map((cell) => cell.slice(from, to)),
      fitsOnOne ? height : heightFor(rows, to - from),
    )
    from = to
    if (from < lines) next()
  } while (from < lines)
  for (const element of elements) element?.end()
  row?.end()
}

function drawPart(
  { pen, columns, pad, hasRules }: Rows,
  elements: readonly (Element | null)[],
  cells: Laid['cells'],
  height: number,
): void {
  for (const [column, lines] of cells.entries()) {
    const { x = 0 } = columns[column] ?? {}
    const element = elements[column] ?? null
    if (lines.length > 0)
      pen.within(element, () => pen.lines(lines, { x: x + pad.x, y: pen.y + pad.y, size: SIZE }))
  }
  pen.y += height
  if (hasRules) pen.rule(pen.left, pen.y, pen.width)
}

const factShares = [17, 33, 17, 33]

/** Draws what is known of one thing, two facts beside each other. */
export function drawFacts(pen: Pen, letters: Letters, { facts }: Facts): void {
  const said = facts.filter(({ value }) => value !== '')
  if (said.length === 0) return
  const element = pen.element('Table')
  const rows: Rows = {
    ...{ pen, letters, element, head: null, hasRules: false, leastHeight: 0 },
    columns: placesOf(pen, factShares),
    pad: { x: 0, y: 1.5 },
    isHead: (column) => column % 2 === 0,
    isSoft: (column) => column % 2 === 0,
  }
  // The gap to the next column is kept by drawing a little narrower.
  const narrow = { ...rows, columns: rows.columns.map(({ x, width }) => ({ x, width: width - 9 })) }
  for (let at = 0; at < said.length; at += 2) {
    const cells = said.slice(at, at + 2).flatMap(({ label, value }) => [label, value])
    drawRow(narrow, lay(narrow, cells))
  }
  element?.end()
  pen.y += 6
}
