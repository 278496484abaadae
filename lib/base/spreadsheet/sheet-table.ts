import { count, squeeze } from '../text.ts'

/** A column; a row's value for it is `cells[index]`, and `index + 1` is its place in the spreadsheet. */
export type Header = { index: number; name: string; label: string }
/** A row as read: `line` is its row number in the spreadsheet, counted from 1. */
export type SheetRow = { line: number; cells: string[] }
export type SheetTable = {
  format: 'csv' | 'xlsx'
  encoding?: string
  delimiter?: string
  sheetName?: string
  sheetNames?: string[]
  headers: Header[]
  rows: SheetRow[]
  notices: string[]
}

/** What a file may hold. `inflatedBytes` is what a workbook may unpack to, `textCharacters` what is kept of that. */
export const SHEET_LIMITS = {
  bytes: 25 * 1024 * 1024,
  inflatedBytes: 400 * 1024 * 1024,
  textCharacters: 100_000_000,
  rows: 50_000,
  columns: 500,
  cells: 4_000_000,
  cellCharacters: 32_767,
}
export type SheetLimits = { readonly [K in keyof typeof SHEET_LIMITS]: number }

/** Why a file cannot be read as a table, in words for the person who chose it. */
export class SheetError extends Error {}

// The column names are looked for in this many rows.
const FIRST_ROWS = 10

const isBlank = (cell: string | undefined) => cell === undefined || !/\S/.test(cell)
const filled = (row: SheetRow) => row.cells.filter((cell) => !isBlank(cell)).length

/**
 * Collects rows into a table: finds the header row, drops blank rows, pads short ones, keeps to the limits.
 * `addressed` is for formats whose cells carry their column, so that a cell beyond the last header is no shift.
 */
export function tableBuilder(limits: SheetLimits, addressed: boolean) {
  const rows: SheetRow[] = []
  let cellCount = 0
  let blankRows = 0
  let lastLine = 0

  function add(line: number, cells: string[]) {
    let blank = true
    cells.forEach((cell, index) => {
      if (cell.length > limits.cellCharacters) throw cellTooLong(limits, line, index, !addressed)
      if (blank) blank = isBlank(cell)
    })
    if (blank) return
    cellCount += cells.length
    if (rows.length > limits.rows + FIRST_ROWS) throw tooManyRows(limits)
    if (cellCount > limits.cells) throw tooManyCells(limits)
    if (rows.length > 0) blankRows += Math.max(0, line - lastLine - 1)
    lastLine = line
    rows.push({ line, cells })
  }

  function finish(): Pick<SheetTable, 'headers' | 'rows' | 'notices'> {
    const notices: string[] = []
    const titles = rows.splice(0, titleRows(rows.slice(0, FIRST_ROWS)))
    const header = rows.shift()
    if (!header) throw new SheetError('There is nothing in this file: no column names and no rows.')
    if (rows.length === 0)
      throw new SheetError(`Row ${header.line} has column names, but there are no rows under it.`)
    if (rows.length > limits.rows) throw tooManyRows(limits)
    const width = addressed
      ? rows.reduce((most, row) => Math.max(most, row.cells.length), header.cells.length)
      : header.cells.length
    if (width * rows.length > limits.cells) throw tooManyCells(limits)
    if (header.line > 1)
      notices.push(
        titles.length > 0
          ? `The column names were found in row ${header.line}; what stands above them was left out.`
          : `The column names were found in row ${header.line}.`,
      )

    const hasData = new Array<boolean>(width).fill(false)
    const short: number[] = []
    for (const row of rows) {
      if (row.cells.length > width) {
        const extra = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1
        if (extra > width)
          throw new SheetError(
            `Row ${row.line} has ${extra} cells, but there are only ${width} column names in row ${header.line}. A cell in that row probably needs quotation marks around it.`,
          )
        row.cells.length = width
      }
      if (row.cells.length < width && !addressed) short.push(row.line)
      while (row.cells.length < width) row.cells.push('')
      for (let i = 0; i < width; i++) if (!hasData[i] && !isBlank(row.cells[i])) hasData[i] = true
    }
    if (short.length > 0)
      notices.push(
        `${count(short.length, 'row has', 'rows have')} fewer cells than there are columns (the first is row ${short[0]}); the missing cells were read as empty.`,
      )
    if (blankRows > 0) notices.push(`${count(blankRows, 'blank row was', 'blank rows were')} left out.`)
    return { headers: headersOf(header.cells, hasData), rows, notices }
  }

  return { add, finish, isEmpty: () => rows.length === 0 }
}

export const tooManyColumns = (limits: SheetLimits, line: number) =>
  new SheetError(
    `Row ${line} has more than ${count(limits.columns, 'column')}, which is the most that can be read.`,
  )

export const cellTooLong = (limits: SheetLimits, line: number, index: number, inQuotes: boolean) =>
  new SheetError(
    `Row ${line}, column ${index + 1} holds more than ${count(limits.cellCharacters, 'character')}, which is the most that can be read.${inQuotes ? ' A quotation mark there may be missing its partner.' : ''}`,
  )

const tooManyRows = (limits: SheetLimits) =>
  new SheetError(`The table has more than ${count(limits.rows, 'row')}. Split it into several files.`)

const tooManyCells = (limits: SheetLimits) =>
  new SheetError(
    `The table has more than ${count(limits.cells, 'cell')}. Leave out columns, or split it into several files.`,
  )

/** How many of the first rows are a title or remarks above the column names: far emptier than what follows. */
function titleRows(first: SheetRow[]): number {
  const counts = first.map(filled)
  let at = 0
  while (at < counts.length - 1) {
    const most = Math.max(...counts.slice(at + 1))
    const cells = counts[at] ?? 0
    if (!((cells === 1 && most >= 3) || (cells === 2 && most >= 6))) break
    at++
  }
  return at
}

function headersOf(cells: string[], hasData: boolean[]): Header[] {
  const headers = hasData
    .map((data, index) => ({ index, data, name: squeeze(cells[index] ?? '') }))
    .filter(({ data, name }) => data || name !== '')
  const seen = new Map<string, number>()
  for (const { name } of headers) seen.set(name.toLowerCase(), (seen.get(name.toLowerCase()) ?? 0) + 1)
  const labels = new Set<string>()
  return headers.map(({ index, name }) => {
    let label = name || `Column ${index + 1}`
    if (name && (seen.get(name.toLowerCase()) ?? 0) > 1) label = `${name} (column ${index + 1})`
    while (labels.has(label)) label += ` (column ${index + 1})`
    labels.add(label)
    return { index, name, label }
  })
}
