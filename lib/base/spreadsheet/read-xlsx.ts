import { count } from '../text.ts'
import {
  type FormatKind,
  formatKind,
  plainNumber,
  serialToIso,
  serialToTime,
  unescapeCellText,
} from './excel-values.ts'
import { refuseZip } from './file-kind.ts'
import { attribute, scanXml, type XmlHandler } from './scan-xml.ts'
import { SheetError, type SheetLimits, type SheetTable, tableBuilder, tooManyColumns } from './sheet-table.ts'
import { damagedWorkbook, unpackText, workbookTooLarge, zipEntries } from './zip-entries.ts'

type Sheet = { name: string; path: string; hidden: boolean }
type Scan = (path: string, on: XmlHandler) => Promise<void>
type Values = { texts: string[]; formats: FormatKind[]; since1904: boolean }

const attributes = {
  name: attribute('name'),
  id: attribute('Id'),
  sheetId: attribute('[\\w.-]+:id'),
  state: attribute('state'),
  target: attribute('Target'),
  type: attribute('Type'),
  date1904: attribute('date1904'),
  numFmtId: attribute('numFmtId'),
  formatCode: attribute('formatCode'),
  reference: attribute('r'),
  style: attribute('s'),
  cellType: attribute('t'),
}

/** Reads one sheet of a workbook: the named one, or the first visible one that holds something. */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits, wanted?: string): Promise<SheetTable> {
  const entries = zipEntries(bytes)
  const workbookPath = [...entries.keys()].find((name) => /^xl\/workbook\d*\.xml$/.test(name))
  if (!workbookPath) throw refuseZip(entries.keys())
  const budget = { left: limits.inflatedBytes }
  const scan: Scan = async (path, on) => {
    const entry = entries.get(path)
    if (entry) await scanXml(unpackText(entry, budget), on)
  }

  const { sheets, since1904, textsPath, stylesPath } = await readWorkbook(scan, workbookPath)
  const shown = sheets.some((sheet) => !sheet.hidden) ? sheets.filter((sheet) => !sheet.hidden) : sheets
  const candidates = wanted === undefined ? shown : sheets.filter((sheet) => sheet.name === wanted)
  if (candidates.length === 0)
    throw wanted === undefined
      ? damagedWorkbook()
      : new SheetError(`This workbook has no sheet named “${wanted}”.`)
  const values = {
    texts: await readTexts(scan, textsPath, limits),
    formats: await readFormats(scan, stylesPath),
    since1904,
  }
  for (const [at, sheet] of candidates.entries()) {
    if (!entries.has(sheet.path)) throw damagedWorkbook()
    const table = await readSheet(scan, sheet, values, limits)
    if (table.isEmpty() && at < candidates.length - 1) continue
    const { headers, rows, notices } = table.finish()
    if (shown.length > 1 && wanted === undefined)
      notices.unshift(`This workbook has ${shown.length} sheets; “${sheet.name}” was read.`)
    notices.push(...table.remarks())
    return {
      format: 'xlsx',
      sheetName: sheet.name,
      sheetNames: shown.map(({ name }) => name),
      headers,
      rows,
      notices,
    }
  }
  throw damagedWorkbook()
}

async function readWorkbook(scan: Scan, path: string) {
  const listed: { name: string; id: string; hidden: boolean }[] = []
  let since1904 = false
  await scan(path, {
    open(name, tag) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904(tag) ?? '')
      if (name !== 'sheet') return
      const hidden = /hidden/i.test(attributes.state(tag) ?? '')
      listed.push({ name: attributes.name(tag) ?? '', id: attributes.sheetId(tag) ?? '', hidden })
    },
  })
  const targets = new Map<string, string>()
  const byType = new Map<string, string>()
  await scan(path.replace(/([^/]+)$/, '_rels/$1.rels'), {
    open(name, tag) {
      if (name !== 'Relationship') return
      const target = attributes.target(tag)?.toLowerCase() ?? ''
      const type = attributes.type(tag)?.split('/').pop() ?? ''
      const resolved = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
      byType.set(type, resolved)
      if (type === 'worksheet') targets.set(attributes.id(tag) ?? '', resolved)
    },
  })
  const sheets: Sheet[] = listed.flatMap(({ name, id, hidden }) => {
    const target = targets.get(id)
    return target === undefined ? [] : [{ name, path: target, hidden }]
  })
  return {
    sheets,
    since1904,
    textsPath: byType.get('sharedStrings') ?? '',
    stylesPath: byType.get('styles') ?? '',
  }
}

/** Follows the text of an element, leaving out phonetic guides. */
function textCollector(limits: SheetLimits) {
  let text = ''
  let kept = 0
  let collecting = false
  let phonetic = false
  return {
    open(name: string) {
      if (name === 'rPh') phonetic = true
      collecting = (name === 't' && !phonetic) || name === 'v'
    },
    close(name: string) {
      if (name === 'rPh') phonetic = false
      collecting = false
    },
    text(piece: string) {
      if (collecting) text += piece
    },
    take() {
      const taken = text
      text = ''
      kept += taken.length
      if (kept > limits.textCharacters) throw workbookTooLarge()
      return taken
    },
  }
}

async function readTexts(scan: Scan, path: string, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = []
  const collector = textCollector(limits)
  await scan(path, {
    ...collector,
    close(name) {
      collector.close(name)
      if (name === 'si') texts.push(unescapeCellText(collector.take()))
    },
  })
  return texts
}

async function readFormats(scan: Scan, path: string): Promise<FormatKind[]> {
  const codes = new Map<number, string>()
  const formats: FormatKind[] = []
  let inCellFormats = false
  await scan(path, {
    open(name, tag) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId(tag)), attributes.formatCode(tag) ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name !== 'xf' || !inCellFormats) return
      const id = Number(attributes.numFmtId(tag) ?? 0)
      formats.push(formatKind(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

async function readSheet(scan: Scan, sheet: Sheet, values: Values, limits: SheetLimits) {
  const builder = tableBuilder(limits, true)
  const collector = textCollector(limits)
  let errors = 0
  let unsolved = 0
  let line = 0
  let cells: string[] = []
  let column = -1
  let cell = ''
  let formula = false

  function closeCell() {
    const type = attributes.cellType(cell) ?? 'n'
    const text = cellText(collector.take(), type, Number(attributes.style(cell) ?? 0), values)
    if (type === 'e') errors++
    if (formula && text === '' && type !== 'str') unsolved++
    if (text === '') return
    if (column >= limits.columns) throw tooManyColumns(limits, line)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  await scan(sheet.path, {
    open(name, tag) {
      if (name === 'c') {
        cell = tag
        formula = false
        column = columnOf(attributes.reference(tag)) ?? column + 1
      } else if (name === 'row') {
        line = Number(attributes.reference(tag) ?? line + 1)
        cells = []
        column = -1
      } else if (name === 'f') formula = true
      collector.open(name)
    },
    text: (piece) => collector.text(piece),
    close(name) {
      collector.close(name)
      if (name === 'c') closeCell()
      else if (name === 'row') builder.add(line, cells)
    },
  })
  const remarks = () => {
    const notices: string[] = []
    if (errors > 0)
      notices.push(
        `${count(errors, 'cell shows', 'cells show')} a formula error, such as #REF!; it was read as that text.`,
      )
    if (unsolved > 0)
      notices.push(
        `${count(unsolved, 'formula has', 'formulas have')} no stored result and came out empty. Open the file in Excel, save it, and choose it again.`,
      )
    return notices
  }
  return { ...builder, remarks }
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? undefined : column - 1
}

function cellText(raw: string, type: string, style: number, { texts, formats, since1904 }: Values): string {
  if (type === 's') return texts[Number(raw)] ?? ''
  if (type === 'inlineStr' || type === 'str') return unescapeCellText(raw)
  if (type === 'b') return raw === '' ? '' : raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '')
  if (type === 'e' || raw === '' || !Number.isFinite(Number(raw))) return raw
  const value = Number(raw)
  const kind = formats[style] ?? 'number'
  if (kind === 'time' && value >= 0) return serialToTime(value)
  return (kind === 'day' && serialToIso(value, since1904)) || plainNumber(value)
}
