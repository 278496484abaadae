import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it, vi } from 'vitest'
import { readTable } from './read-table.ts'
import { type Cell, csvStream, xlsxStream } from './write-table.ts'

type Writer = typeof csvStream

async function* each(rows: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* rows
}

async function write(writer: Writer, headers: string[], rows: readonly Cell[][]): Promise<Buffer> {
  return Buffer.from(
    await new Response(
      writer(
        headers.map((header) => ({ header })),
        each(rows),
      ),
    ).arrayBuffer(),
  )
}

async function readBack(bytes: Uint8Array) {
  const result = await readTable(bytes, 'export')
  if (!result.ok) throw new Error(result.message)
  return {
    headers: result.table.headers.map(({ name }) => name),
    rows: result.table.rows.map(({ cells }) => cells),
  }
}

const unit = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '|', ' ', '7', '＝'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('_', 'x', '0', 'A', '&', '<', '>', 'é', '漢', '😀', '\u0001', '\ufffe'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
)
const text = fc.string({ unit, maxLength: 12 }).map((value) => value.replaceAll('\0', ''))
const header = text.map((value) => `h${value.replace(/\s+/g, ' ')}h`)
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    headers: fc.array(header, { minLength: width, maxLength: width }),
    rows: fc.array(
      fc
        .array(text, { minLength: width, maxLength: width })
        .filter((cells) => cells.some((cell) => /\S/.test(cell))),
      { minLength: 1, maxLength: 6 },
    ),
  }),
)

describe.each([
  ['CSV', csvStream],
  ['XLSX', xlsxStream],
] as const)('%s', (_, writer) => {
  it('comes back exactly as it was written, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ headers, rows }) => {
        expect(await readBack(await write(writer, headers, rows))).toEqual({ headers, rows })
      }),
      { numRuns: 300 },
    )
  })

  it('brings numbers, dates, yes and no and nothing back in one form', async () => {
    const rows: Cell[][] = [
      ['a', 1.5, true, { day: '2024-02-29' }, null],
      ['b', -12, false, { day: '1901-07-01' }, ''],
      ['c', 0.1 + 0.2, null, { day: '9999-12-31' }, null],
      ['d', Number.NaN, null, { day: '1899-01-01' }, 'x'],
    ]
    expect((await readBack(await write(writer, ['Name', 'Cost', 'On', 'Due', 'Note'], rows))).rows).toEqual([
      ['a', '1.5', 'TRUE', '2024-02-29', ''],
      ['b', '-12', 'FALSE', '1901-07-01', ''],
      ['c', '0.3', '', '9999-12-31', ''],
      ['d', '', '', '1899-01-01', 'x'],
    ])
  })

  it('passes a fault in the rows on to the reader', async () => {
    async function* failing(): AsyncGenerator<Cell[]> {
      yield ['a']
      throw new Error('connection lost')
    }
    await expect(new Response(writer([{ header: 'Name' }], failing())).arrayBuffer()).rejects.toThrow(
      'connection lost',
    )
  })

  it('stops asking for rows when the reader goes away', async () => {
    let asked = 0
    let stopped = false
    async function* endless(): AsyncGenerator<Cell[]> {
      try {
        for (;;) {
          asked++
          yield ['some text of a usual length, which is repeated for ever', asked, Math.sqrt(asked)]
        }
      } finally {
        stopped = true
      }
    }
    const reader = writer([{ header: 'A' }, { header: 'B' }, { header: 'C' }], endless()).getReader()
    for (let pieces = 0; pieces < 20; pieces++) await reader.read()
    await reader.cancel()
    await vi.waitFor(() => expect(stopped).toBe(true))
    expect(asked).toBeLessThan(50_000)
  })
})

describe('CSV for other programs', () => {
  it('has a mark, CRLF and quotes as RFC 4180 has them', async () => {
    const bytes = await write(csvStream, ['Name', 'Note'], [['a "b"', 'one, two\nthree']])
    expect(bytes.toString()).toBe('\ufeffName,Note\r\n"a ""b""","one, two\nthree"\r\n')
  })

  it('defuses what a spreadsheet would compute, and leaves numbers and phone numbers in digits alone', async () => {
    const texts = [
      '=1+1',
      '@SUM(A1)',
      '+A1',
      "-2+3+cmd|' /C calc'!A0",
      '\t=1',
      '\r=1',
      '＝1',
      '-5',
      '+1 555 0100',
      '-1,234.5%',
      'a=b',
    ]
    const bytes = await write(
      csvStream,
      ['Text', 'End'],
      texts.map((value) => [value, 'x']),
    )
    const cells: string[][] = parse(bytes, { bom: true, from: 2, record_delimiter: '\r\n' })
    expect(cells.map(([cell]) => cell)).toEqual([
      "'=1+1",
      "'@SUM(A1)",
      "'+A1",
      "'-2+3+cmd|' /C calc'!A0",
      "'\t=1",
      "'\r=1",
      "'＝1",
      '-5',
      '+1 555 0100',
      '-1,234.5%',
      'a=b',
    ])
  })
})

describe('XLSX for other programs', () => {
  it('cuts text at the length that Excel can open', async () => {
    const { rows } = await readBack(await write(xlsxStream, ['Name'], [['x'.repeat(40_000)]]))
    expect(rows[0]?.[0]).toHaveLength(32_767)
  })

  it('is read by another reader, with dates as dates, numbers as numbers and formulas as text', async () => {
    const rows: Cell[][] = [['=HYPERLINK("x")', 2.5, { day: '2026-11-22' }, true, 'a\r\nb & <c>']]
    const bytes = await write(xlsxStream, ['Name', 'Cost', 'Due', 'On', 'Note'], rows)
    expect(await readSheet(bytes)).toEqual([
      ['Name', 'Cost', 'Due', 'On', 'Note'],
      ['=HYPERLINK("x")', 2.5, new Date('2026-11-22T00:00:00Z'), true, 'a\r\nb & <c>'],
    ])
  })

  it('names its columns beyond Z, and its sheet as asked but without what Excel forbids', async () => {
    const headers = Array.from({ length: 60 }, (_, at) => `H${at}`)
    const stream = xlsxStream(
      headers.map((name) => ({ header: name })),
      each([headers]),
      'AI systems: [all] and a very long rest',
    )
    const bytes = Buffer.from(await new Response(stream).arrayBuffer())
    const result = await readTable(bytes, 'x')
    expect(result.ok && result.table.rows[0]?.cells).toEqual(headers)
    expect(result.ok && result.table.sheetName).toBe('AI systems   all  and a very lo')
    expect((await readSheet(bytes))[1]?.[59]).toBe('H59')
  })
})
