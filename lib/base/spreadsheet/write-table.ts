import { dayToSerial, escapeCellText, plainNumber } from './excel-values.ts'
import { SHEET_LIMITS } from './sheet-table.ts'
import { zipPieces } from './write-zip.ts'

/** `day` is a date like 2026-11-22. Null and the empty text both leave the cell empty. */
export type Cell = string | number | boolean | null | { day: string }
/** `width` is in characters and serves XLSX only. */
export type Column = { header: string; width?: number }
type Rows = AsyncIterable<readonly Cell[]>

// What spreadsheet programs take for the beginning of a formula. `undoDefusing` in read-csv.ts is the way back.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
// A sign and digits alone, as in -5 or +1 555 0100, compute nothing: numbers may stay numbers.
const SIGNED_NUMBER = /^[+-]\d[\d., ]*%?$/
// More than RFC 4180 asks, so that a reader that guesses the delimiter cannot guess wrong.
const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$/

/** The rows as CSV (UTF-8 with mark, CRLF), made as it is read: memory does not grow with the rows. */
export function csvStream(columns: readonly Column[], rows: Rows): ReadableStream<Uint8Array> {
  const head = `\ufeff${csvLine(columns.map(({ header }) => header))}`
  return byteStream(pieces(head, rows, csvLine, ''))
}

const csvLine = (row: readonly Cell[]) => `${row.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? plainNumber(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'object') return cell.day
  const text = cell.replaceAll('\0', '')
  const safe = FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// The cell styles are plain (0), bold (1) and date (2).
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relations = (...list: string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`

/** The rows as an XLSX workbook of one sheet, made as it is read: memory does not grow with the rows. */
export function xlsxStream(
  columns: readonly Column[],
  rows: Rows,
  sheetName = 'Sheet1',
): ReadableStream<Uint8Array> {
  const title = escapeMarkup(sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))
  const widths = columns.map(({ header, width = Math.min(Math.max(header.length + 2, 12), 40) }, at) => {
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
  })
  const names = columns.map((_, at) => columnName(at))
  let line = 0
  const xlsxLine = (row: readonly Cell[], style = 0) => {
    line++
    return `<row r="${line}">${row.map((cell, at) => xlsxCell(cell, `${names[at]}${line}`, style)).join('')}</row>`
  }
  const head = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${xlsxLine(
    columns.map(({ header }) => header),
    1,
  )}`
  const part = (name: string, text: string) => ({ name, content: [Buffer.from(text)] })
  return byteStream(
    zipPieces([
      part(
        '[Content_Types].xml',
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
      ),
      part('_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))),
      part(
        'xl/workbook.xml',
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        relations(relation(1, 'worksheet', 'worksheets/sheet1.xml'), relation(2, 'styles', 'styles.xml')),
      ),
      part('xl/styles.xml', STYLES),
      { name: 'xl/worksheets/sheet1.xml', content: pieces(head, rows, xlsxLine, '</sheetData></worksheet>') },
    ]),
  )
}

function xlsxCell(cell: Cell, reference: string, style: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${reference}"><v>${cell}</v></c>` : ''
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  const serial = typeof cell === 'object' ? dayToSerial(cell.day) : null
  if (serial !== null) return `<c r="${reference}" s="2"><v>${serial}</v></c>`
  // A workbook with a longer cell is one that Excel calls damaged.
  const text = (typeof cell === 'object' ? cell.day : cell).slice(0, SHEET_LIMITS.cellCharacters)
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  const type = style === 0 ? 't="inlineStr"' : `s="${style}" t="inlineStr"`
  return `<c r="${reference}" ${type}><is><t${space}>${escapeMarkup(escapeCellText(text))}</t></is></c>`
}

const escapeMarkup = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** Text in pieces of some 64 kB: one per row would be slow to pack and to send. */
async function* pieces(
  head: string,
  rows: Rows,
  line: (row: readonly Cell[]) => string,
  tail: string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = head
  for await (const row of rows) {
    text += line(row)
    if (text.length < 65_536) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(text + tail)
}

/** Bytes as they are made, as a stream that can be left in the middle. */
export function byteStream(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await source.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}
