import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTable } from './read-table.ts'
import { SHEET_LIMITS } from './sheet-table.ts'
import { zipPieces } from './write-zip.ts'

async function refusal(bytes: Uint8Array) {
  const result = await readTable(bytes, 'inventory.csv')
  return result.ok ? 'was read' : result.message
}

async function zip(...names: string[]) {
  const pieces: Uint8Array[] = []
  for await (const piece of zipPieces(names.map((name) => ({ name, content: [Buffer.from('x')] }))))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

const oldOffice = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(100),
  ])

describe('what a file is, whatever its name', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj, <<, >>\n'), 'This is a PDF, not a table.'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'This is a picture'],
    ['a JPEG', Buffer.from('ffd8ffe000104a46', 'hex'), 'This is a picture'],
    ['a gzip', gzipSync('Name,Vendor\n'), 'This is a packed archive'],
    ['a program', Buffer.from('MZ\0\x03'), 'This is a program'],
    ['an RTF', Buffer.from('{\\rtf1 Name, Vendor}'), 'This is a text document'],
    [
      'noise',
      deflateRawSync(Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 7919) % 251))),
      'neither text nor a workbook',
    ],
    ['text with a zero byte', Buffer.from('Name,Vendor\nScribe,Ac\0me\n'), 'neither text nor a workbook'],
    [
      'a web page',
      Buffer.from('\ufeff\n<html xmlns:x="urn:excel"><table><tr><td>Name'),
      'This is a web page',
    ],
    ['a bare HTML table', Buffer.from('<table>\n<tr><td>a,b</td></tr>'), 'This is a web page'],
    ['XML', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'This is an XML file'],
    ['JSON', Buffer.from('[\n {"name": "Scribe", "vendor": "Acme"}]'), 'This is a JSON file'],
    [
      'an old workbook',
      oldOffice('Workbook'),
      'This is an old Excel file (XLS). Open it in Excel, choose “Save as”',
    ],
    ['a locked workbook', oldOffice('EncryptedPackage'), 'protected with a password'],
    ['an old document', oldOffice('WordDocument'), 'old Office file'],
  ])('refuses %s', async (_, bytes, message) => {
    expect(await refusal(bytes)).toContain(message)
  })

  it.each([
    ['word/document.xml', 'This is a Word document'],
    ['ppt/presentation.xml', 'This is a presentation'],
    ['content.xml', 'This is an OpenDocument file'],
    ['xl/workbook.bin', 'This is a binary Excel workbook'],
    ['photos/one.jpg', 'This is a zip archive'],
  ])('tells a zip with %s inside', async (name, message) => {
    expect(await refusal(await zip('[Content_Types].xml', name))).toContain(message)
  })

  it('knows a zip entry that is locked with a password', async () => {
    const bytes = await zip('xl/workbook.xml')
    bytes[bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8] = 9
    expect(await refusal(bytes)).toContain('protected with a password')
  })

  it('puts the name of the file before the reason, cut when it is long', async () => {
    const result = await readTable(Buffer.from('%PDF-'), `${'long '.repeat(50)}.csv`)
    expect(result.ok ? '' : result.message).toMatch(/^“(long ){10,20}.*…” cannot be read\. This is a PDF/)
  })
})

describe('files that are far too large', () => {
  it('refuses 200 MB', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024)
    expect(await refusal(bytes)).toContain('larger than 25 MB')
  })

  it.each([',', ';', '\t'])('refuses a million columns between %j', async (delimiter) => {
    const bytes = Buffer.from(`${`x${delimiter}`.repeat(1_000_000)}\n`)
    expect(await refusal(bytes)).toContain('Row 1 has more than 500 columns')
  })

  it('gives way to other work while it reads a large file', async () => {
    const line = `${'some text,'.repeat(19)}last\n`
    const bytes = Buffer.from(line.repeat(50_001))
    let turns = 0
    const timer = setInterval(() => turns++, 5)
    const result = await readTable(bytes, 'large.csv')
    clearInterval(timer)
    expect(bytes.length).toBeLessThan(SHEET_LIMITS.bytes)
    expect(result.ok && result.table.rows).toHaveLength(50_000)
    expect(turns).toBeGreaterThan(5)
  })
})
