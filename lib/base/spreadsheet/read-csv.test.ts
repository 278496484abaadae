import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadOptions, readTable } from './read-table.ts'

async function read(content: string | Uint8Array, options?: ReadOptions) {
  const result = await readTable(
    typeof content === 'string' ? Buffer.from(content) : content,
    'list.csv',
    options,
  )
  if (!result.ok) throw new Error(result.message)
  return result.table
}

async function refusal(content: string | Uint8Array, options?: ReadOptions) {
  const result = await readTable(
    typeof content === 'string' ? Buffer.from(content) : content,
    'list.csv',
    options,
  )
  return result.ok ? 'was read' : result.message
}

const cellsOf = async (content: string | Uint8Array) => (await read(content)).rows.map(({ cells }) => cells)

describe('delimiters', () => {
  it.each([
    [',', 'Name,Vendor\nScribe,"Acme, Inc."\n'],
    [';', 'Name;Cost;Vendor\nScribe;1,5;Acme\nTriage;2,75;Other\n'],
    [';', 'Name;Cost\nScribe;1,5 / 2,5 / 3,5\nTriage;1,5 / 2,5 / 3,5\n'],
    ['\t', 'Name\tNote\nScribe\ta, b; c\nTriage\td, e; f\n'],
    ['|', 'Name|Note|Site\nScribe|a, b|Main\n'],
    [',', 'Name,Sites\nScribe,A;B;C;D;E;F\nTriage,A;B;C;D;E;F\n'],
    [',', 'Name,"Sites;all;of;them"\nScribe,"A;B;C;D"\nTriage,"A;B;C;D"\n'],
    [';', 'Systems, as of today\nName;Vendor;Site\nScribe;Acme;Main\n'],
    [',', 'Name\nScribe\nTriage\n'],
  ])('finds %j', async (delimiter, content) => {
    expect((await read(content)).delimiter).toBe(delimiter)
  })

  it('takes the delimiter from a sep= line, which is no row', async () => {
    const table = await read('sep=;\r\nName;Vendor\r\nScribe, new;Acme\r\n')
    expect(table.headers.map(({ name }) => name)).toEqual(['Name', 'Vendor'])
    expect(table.rows).toEqual([{ line: 2, cells: ['Scribe, new', 'Acme'] }])
  })

  it('is not misled by a first row longer than what is looked at', async () => {
    const long = 'x; '.repeat(10_000)
    const table = await read(`Name,Note\nScribe,"${long}"\nTriage,"${long}"\nOther,"${long}"\n`)
    expect(table.delimiter).toBe(',')
    expect(table.rows[2]?.cells).toEqual(['Other', long])
  })
})

describe('cells', () => {
  it('keeps line breaks, doubled quotes, spaces and quotes in the middle as they are', async () => {
    const content = 'Name,Note\r\n" a ","one\r\ntwo\nthree\rfour"\r\n"say ""hi""",a 6" screen \r\n'
    expect(await cellsOf(content)).toEqual([
      [' a ', 'one\r\ntwo\nthree\rfour'],
      ['say "hi"', 'a 6" screen '],
    ])
  })

  it.each(['\n', '\r\n', '\r'])('ends rows at %j', async (end) => {
    expect(await cellsOf(['Name,Note', 'a,b', 'c,d', ''].join(end))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('numbers rows as a spreadsheet does, where a cell of two lines is one row', async () => {
    const table = await read('Name,Note\n"a\nb",c\n\nd,e\n')
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4])
    expect(table.notices).toEqual(['1 blank row was left out.'])
  })

  it('reads text after a closing quote as part of the cell, and says so', async () => {
    const table = await read('Name,Note\n"a"b,c\nd,e\n')
    expect(table.rows[0]?.cells).toEqual(['ab', 'c'])
    expect(table.notices[0]).toContain('1 row has text after a closing quotation mark (the first is row 2)')
  })

  it('takes off the apostrophe that defuses a formula, and no other', async () => {
    expect(await cellsOf("Name,Note\n'=1+1,'abc\n''=x,'@me\n-5,=SUM(A1)\n")).toEqual([
      ['=1+1', "'abc"],
      ["'=x", '@me'],
      ['-5', '=SUM(A1)'],
    ])
  })

  it('names the row in which a quote is opened and never closed', async () => {
    expect(await refusal('Name,Note\na,b\nc,"d\ne,f\n')).toBe(
      '“list.csv” cannot be read. A quotation mark is opened in row 3 and never closed. Close it, and try again.',
    )
  })

  it('agrees with another parser on arbitrary well-formed text', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r', ';', '7') })
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`)
    const bare = fc.string({ unit: fc.constantFrom('a', ' ', '7', '.'), minLength: 1 })
    const row = fc
      .tuple(bare, fc.oneof(quoted, bare), fc.oneof(quoted, bare))
      .map((cells) => `x${cells.join(',')}`)
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), async (rows, end) => {
        const content = ['A,B,C', ...rows].join(end)
        const expected: string[][] = parse(content, { from: 2, record_delimiter: end })
        expect(await cellsOf(content)).toEqual(expected)
      }),
    )
  })

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(typeof (await readTable(bytes, 'x')).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})

describe('encodings', () => {
  const content = 'Name,Note\nCafé “Plus”,€ – naïve\nscribe,ok\n'
  const cells = [
    ['Café “Plus”', '€ – naïve'],
    ['scribe', 'ok'],
  ]
  const utf16le = Buffer.from(content, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  const windows: Record<string, number> = { é: 0xe9, '“': 0x93, '”': 0x94, '€': 0x80, '–': 0x96, ï: 0xef }
  const windows1252 = Buffer.from(content.split('').map((letter) => windows[letter] ?? letter.charCodeAt(0)))

  it.each([
    ['utf-8', Buffer.from(content)],
    ['utf-8', Buffer.from(`\ufeff${content}`)],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['utf-16le', utf16le],
    ['utf-16be', utf16be],
    ['windows-1252', windows1252],
  ])('reads %s', async (encoding, bytes) => {
    const table = await read(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.headers[0]?.name).toBe('Name')
    expect(table.rows.map((row) => row.cells)).toEqual(cells)
  })

  it('keeps reading UTF-8 when a single character is broken, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name,Note\nZoë,öäüßéèàçñõ ñandú\nx'),
      Buffer.from([0xff]),
      Buffer.from(',y\n'),
    ])
    const table = await read(bytes)
    expect(table.encoding).toBe('utf-8')
    expect(table.rows[0]?.cells[0]).toBe('Zoë')
    expect(table.notices).toEqual(['Some characters in this file are damaged and are shown as �.'])
  })
})
