import { SheetError } from './sheet-table.ts'

const SAVE_AS =
  'Open it in Excel, choose “Save as”, pick “Excel Workbook (.xlsx)” or “CSV”, and choose that file.'

const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'a text document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture or a recording'],
  ['II*\0', 'a picture'],
  ['MM\0*', 'a picture'],
  ['\x1f\x8b', 'a packed archive'],
  ['7z\xbc\xaf', 'a packed archive'],
  ['Rar!', 'a packed archive'],
  ['SQLite format 3', 'a database'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
]

/**
 * Tells from the first bytes, never from the name, whether to unpack a file or to read it as text.
 * Throws SheetError for everything that is known to be no table.
 */
export function fileKind(bytes: Uint8Array): 'zip' | 'text' {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw oldOffice(bytes)
  for (const [signature, what] of SIGNATURES)
    if (start.startsWith(signature) && (signature !== 'MZ' || start.includes('\0'))) throw noTable(what)
  return 'text'
}

/** Refuses text that is written for a program: a web page or XML under a spreadsheet's name, or JSON. */
export function refuseMarkup(text: string) {
  const start = text.slice(0, 2000).trimStart()
  if (/^<(!doctype|html|head|body|table|meta|style|script|div|!--)/i.test(start))
    throw new SheetError(`This is a web page under a spreadsheet’s name, not a spreadsheet. ${SAVE_AS}`)
  if (/^<\?xml|^<\w+[\s>][^,;\t]*xmlns/i.test(start)) throw new SheetError(`This is an XML file. ${SAVE_AS}`)
  if (/^(\{\s*"[^"]*"\s*:|\[\s*[{[])/.test(start)) throw noTable('a JSON file')
}

/** What a zip that is no XLSX workbook is, from the (lower-case) names inside it. */
export function refuseZip(names: Iterable<string>): SheetError {
  const all = [...names]
  const has = (start: string) => all.some((name) => name.startsWith(start))
  if (has('xl/workbook.bin')) return new SheetError(`This is a binary Excel workbook (XLSB). ${SAVE_AS}`)
  if (has('content.xml'))
    return new SheetError(`This is an OpenDocument file. Save it as XLSX or CSV, and choose that file.`)
  if (has('word/')) return noTable('a Word document')
  if (has('ppt/')) return noTable('a presentation')
  return noTable('a zip archive')
}

export const passwordProtected = () =>
  new SheetError(
    'This file is protected with a password. Save a copy without the password, and choose that one.',
  )

const noTable = (what: string) =>
  new SheetError(`This is ${what}, not a table. Choose a CSV or an XLSX file.`)

function oldOffice(bytes: Uint8Array): SheetError {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return passwordProtected()
  if (holds('Workbook') || holds('Book')) return new SheetError(`This is an old Excel file (XLS). ${SAVE_AS}`)
  return new SheetError(`This is an old Office file. If it holds a table: ${SAVE_AS}`)
}
