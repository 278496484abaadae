import { setImmediate } from 'node:timers/promises'
import { count } from '../text.ts'
import { decodeText } from './decode-text.ts'
import { refuseMarkup } from './file-kind.ts'
import {
  cellTooLong,
  SheetError,
  type SheetLimits,
  type SheetTable,
  tableBuilder,
  tooManyColumns,
} from './sheet-table.ts'

const QUOTE = 34
const LF = 10
const CR = 13
const DELIMITERS = [',', ';', '\t', '|']
const LONGEST_TURN_MS = 10

/** Reads text of any usual encoding and delimiter; gives way to other work every few milliseconds. */
export async function readCsv(bytes: Uint8Array, limits: SheetLimits): Promise<SheetTable> {
  const decoded = decodeText(bytes)
  if (!decoded)
    throw new SheetError(
      'This file holds neither text nor a workbook, so it is not a table. Choose a CSV or an XLSX file.',
    )
  refuseMarkup(decoded.text)
  const declared = /^sep=(.)(?:\r\n|\r|\n)/.exec(decoded.text)
  const text = declared ? decoded.text.slice(declared[0].length) : decoded.text
  const delimiter = declared?.[1] ?? guessDelimiter(text, limits)

  const builder = tableBuilder(limits, false)
  const stray: number[] = []
  let turn = performance.now()
  for (const record of csvRecords(text, delimiter, limits)) {
    builder.add(record.line, record.cells.map(undoDefusing))
    if (record.stray) stray.push(record.line)
    if (record.line % 64 === 0 && performance.now() - turn > LONGEST_TURN_MS) {
      await setImmediate()
      turn = performance.now()
    }
  }
  const { headers, rows, notices } = builder.finish()
  if (decoded.damaged) notices.push('Some characters in this file are damaged and are shown as �.')
  if (stray.length > 0)
    notices.push(
      `${count(stray.length, 'row has', 'rows have')} text after a closing quotation mark (the first is row ${stray[0]}). Check that nothing moved to another column.`,
    )
  return { format: 'csv', encoding: decoded.encoding, delimiter, headers, rows, notices }
}

// The signs with which spreadsheet programs begin a formula, their full-width twins included.
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/

/** Takes off the one apostrophe that the CSV writer put before what could be taken for a formula. */
function undoDefusing(cell: string): string {
  return cell.charCodeAt(0) === 39 && DEFUSED.test(cell) ? cell.slice(1) : cell
}

/** `stray`: text after a closing quote. `clean`: no quote anywhere but where RFC 4180 has them. */
type CsvRecord = { line: number; cells: string[]; stray: boolean; clean: boolean }

function* csvRecords(text: string, delimiter: string, limits: SheetLimits): Generator<CsvRecord> {
  const separator = delimiter.charCodeAt(0)
  let at = 0
  for (let line = 1; at < text.length; line++) {
    const first = text.charCodeAt(at)
    if (first === LF || first === CR) {
      at += first === CR && text.charCodeAt(at + 1) === LF ? 2 : 1
      continue
    }
    const record: CsvRecord = { line, cells: [], stray: false, clean: true }
    for (let code = separator; code === separator; ) {
      let cell = ''
      let from = at
      const quoted = text.charCodeAt(at) === QUOTE
      if (quoted) {
        for (let opened = at + 1; ; ) {
          const close = text.indexOf('"', opened)
          if (close < 0)
            throw new SheetError(
              `A quotation mark is opened in row ${line} and never closed. Close it, and try again.`,
            )
          at = close + 1
          if (text.charCodeAt(at) !== QUOTE) {
            cell += text.slice(opened, close)
            break
          }
          cell += text.slice(opened, at)
          opened = at + 1
          if (cell.length > limits.cellCharacters) throw cellTooLong(limits, line, record.cells.length, true)
        }
        from = at
      }
      for (code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at)) {
        if (code === separator || code === CR || code === LF) break
        if (code === QUOTE) record.clean = false
      }
      if (quoted && at > from) {
        record.stray = true
        record.clean = false
      }
      if (at > from) cell += text.slice(from, at)
      if (record.cells.length < limits.columns) record.cells.push(cell)
      else if (/\S/.test(cell)) throw tooManyColumns(limits, line)
      at++
      if (code === CR && text.charCodeAt(at) === LF) at++
    }
    yield record
  }
}

/**
 * The delimiter under which most of the first rows have the same number of cells. Rows whose quotes fall in
 * the middle of a cell count little, and so does a delimiter that the first row does not have.
 */
function guessDelimiter(text: string, limits: SheetLimits): string {
  const sample = text.slice(0, 65_536)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths: { width: number; weight: number }[] = []
    try {
      for (const { cells, clean } of csvRecords(sample, delimiter, { ...limits, columns: sample.length })) {
        if (cells.some((cell) => /\S/.test(cell)))
          widths.push({ width: cells.length, weight: clean ? 1 : 0.1 })
        if (widths.length === 100) break
      }
      if (sample.length < text.length && widths.length > 1 && widths.length < 100) widths.pop()
    } catch (error) {
      if (!(error instanceof SheetError)) throw error
    }
    const byWidth = new Map<number, number>()
    for (const { width, weight } of widths) byWidth.set(width, (byWidth.get(width) ?? 0) + weight)
    const inFirst = (widths[0]?.width ?? 1) > 1 ? 1 : 0.2
    for (const [width, weight] of byWidth) {
      const score = (weight / widths.length) ** 2 * Math.log2(width) * inFirst
      if (score > best.score) best = { delimiter, score }
    }
  }
  return best.delimiter
}
