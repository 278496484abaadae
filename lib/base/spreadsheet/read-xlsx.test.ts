import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { type ReadOptions, readTable } from './read-table.ts'
import { zipPieces } from './write-zip.ts'

async function zip(parts: Record<string, string>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const list = Object.entries(parts).map(([name, text]) => ({ name, content: [Buffer.from(text)] }))
  for await (const piece of zipPieces(list)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const WORKSHEET = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'
const relationships = (count: number, more = '') =>
  `<Relationships>${Array.from({ length: count }, (_, at) => `<Relationship Id="rId${at + 1}" Type="${WORKSHEET}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}${more}</Relationships>`
const row = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

/** A workbook of one sheet with the given rows, and parts that replace or join the usual ones. */
const workbook = (rows: string, parts: Record<string, string> = {}) =>
  zip({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Systems" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships(1),
    'xl/worksheets/sheet1.xml': sheet(rows),
    ...parts,
  })

async function read(bytes: Uint8Array, options?: ReadOptions) {
  const result = await readTable(bytes, 'list.xlsx', options)
  if (!result.ok) throw new Error(result.message)
  return result.table
}
async function refusal(bytes: Uint8Array, options?: ReadOptions) {
  const result = await readTable(bytes, 'list.xlsx', options)
  return result.ok ? 'was read' : result.message
}

describe('cells', () => {
  it('reads what another writer made', async () => {
    const due = new Date('2026-11-22T00:00:00Z')
    const bytes = await writeExcelFile([
      [{ value: 'Name' }, { value: 'Cost' }, { value: 'Due' }, { value: 'On' }],
      [
        { value: ' =1+1 & <x>\n_x0041_ ' },
        { value: 0.1 + 0.2 },
        { value: due, type: Date, format: 'mm/dd/yyyy' },
        { value: true },
      ],
    ]).toBuffer()
    const table = await read(bytes)
    expect(table.headers.map(({ name }) => name)).toEqual(['Name', 'Cost', 'Due', 'On'])
    expect(table.rows[0]?.cells.slice(1)).toEqual(['0.3', '2026-11-22', 'TRUE'])
    expect(table.rows[0]?.cells[0]).toContain('=1+1 & <x>\n')
  })

  it('reads shared and rich text without phonetic guides, escapes, entities and prefixed elements', async () => {
    const sst = `<Relationship Id="rId9" Type="x/sharedStrings" Target="/xl/Texts.xml"/>`
    const bytes = await workbook('', {
      'xl/_rels/workbook.xml.rels': relationships(1, sst),
      'xl/Texts.xml':
        '<?xml version="1.0"?><!-- note --><x:sst><x:si><x:t xml:space="preserve"> A &amp; B </x:t></x:si><x:si><x:r><x:t>one</x:t></x:r><x:rPh sb="0"><x:t>wan</x:t></x:rPh><x:r><x:t> two_x000D_</x:t></x:r></x:si><x:si><x:t><![CDATA[<raw>]]>&#x41;&#66;</x:t></x:si></x:sst>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>2</x:v></x:c></x:row><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    })
    const table = await read(bytes)
    expect(table.headers.map(({ name }) => name)).toEqual(['A & B', '<raw>AB'])
    expect(table.rows).toEqual([{ line: 3, cells: ['', 'one two\r'] }])
  })

  it('reads numbers, dates, times, truth, formulas and errors as a person sees them', async () => {
    const styles = '<Relationship Id="rId9" Type="x/styles" Target="styles.xml"/>'
    const xf = (id: number) => `<xf numFmtId="${id}"/>`
    const values: [cell: string, expected: string][] = [
      ['<c><v>0.30000000000000004</v></c>', '0.3'],
      ['<c><v>1E+21</v></c>', `1${'0'.repeat(21)}`],
      ['<c><v>1.5E-7</v></c>', '0.00000015'],
      ['<c><v>-2.5E-7</v></c>', '-0.00000025'],
      ['<c><v>123456789012345</v></c>', '123456789012345'],
      ['<c s="1"><v>45351</v></c>', '2024-02-29'],
      ['<c s="1"><v>45351.604166666664</v></c>', '2024-02-29T14:30:00'],
      ['<c s="1"><v>59</v></c>', '1900-02-28'],
      ['<c s="1"><v>61</v></c>', '1900-03-01'],
      ['<c s="1"><v>2958465</v></c>', '9999-12-31'],
      ['<c s="1"><v>-3</v></c>', '-3'],
      ['<c s="2"><v>45351</v></c>', '2024-02-29'],
      ['<c s="3"><v>45351</v></c>', '45351'],
      ['<c s="4"><v>0.5</v></c>', '12:00:00'],
      ['<c s="5"><v>1.25</v></c>', '30:00:00'],
      ['<c t="d"><v>2024-02-29T00:00:00</v></c>', '2024-02-29'],
      ['<c t="b"><v>1</v></c>', 'TRUE'],
      ['<c t="b"><v>0</v></c>', 'FALSE'],
      ['<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>', 'ax'],
      ['<c><f>1+1</f><v>2</v></c>', '2'],
      ['<c t="e"><f>Gone!A1</f><v>#REF!</v></c>', '#REF!'],
      ['<c><f>1+1</f></c>', ''],
    ]
    const rows = values.map(([cell]) => `<row><c t="inlineStr"><is><t>x</t></is></c>${cell}</row>`).join('')
    const table = await read(
      await workbook(row('Name', 'Value') + rows, {
        'xl/_rels/workbook.xml.rels': relationships(1, styles),
        'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="171" formatCode="[Red]0.0 &quot;days&quot;"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts><cellStyleXfs>${xf(9)}</cellStyleXfs><cellXfs>${xf(0)}${xf(14)}${xf(170)}${xf(171)}${xf(20)}${xf(172)}</cellXfs></styleSheet>`,
      }),
    )
    expect(table.rows.map(({ cells }) => cells[1])).toEqual(values.map(([, expected]) => expected))
    expect(table.notices).toEqual([
      '1 cell shows a formula error, such as #REF!; it was read as that text.',
      '1 formula has no stored result and came out empty. Open the file in Excel, save it, and choose it again.',
    ])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const bytes = await workbook(`${row('Name', 'Due')}<row><c><v>1</v></c><c s="1"><v>43889</v></c></row>`, {
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relationships(
        1,
        '<Relationship Id="s" Type="x/styles" Target="styles.xml"/>',
      ),
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    })
    expect((await read(bytes)).rows[0]?.cells).toEqual(['1', '2024-02-29'])
  })

  it('keeps a cell beyond the last column name in a column of its own', async () => {
    const table = await read(
      await workbook(`${row('Name')}<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>4</v></c></row>`),
    )
    expect(table.headers.map(({ label }) => label)).toEqual(['Name', 'Column 4'])
    expect(table.rows[0]?.cells).toEqual(['1', '', '', '4'])
  })
})

describe('sheets', () => {
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Secret" state="veryHidden" r:id="rId1"/><sheet name="Empty" r:id="rId2"/><sheet name="A &amp; B" r:id="rId3"/><sheet name="More" r:id="rId4"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships(4),
    'xl/worksheets/sheet2.xml': sheet(''),
    'xl/worksheets/sheet3.xml': sheet(row('Name') + row('Scribe')),
    'xl/worksheets/sheet4.xml': sheet(row('Vendor') + row('Acme')),
  }

  it('reads the first visible sheet that holds something, and names the others', async () => {
    const table = await read(await workbook(row('Hidden') + row('x'), parts))
    expect(table.sheetName).toBe('A & B')
    expect(table.sheetNames).toEqual(['Empty', 'A & B', 'More'])
    expect(table.notices).toEqual(['This workbook has 3 sheets; “A & B” was read.'])
  })

  it('reads the sheet that is asked for', async () => {
    const bytes = await workbook('', parts)
    const table = await read(bytes, { sheet: 'More' })
    expect(table.rows[0]?.cells).toEqual(['Acme'])
    expect(await refusal(bytes, { sheet: 'None' })).toContain('This workbook has no sheet named “None”.')
    expect(await refusal(bytes, { sheet: 'Empty' })).toContain('There is nothing in this file')
  })
})

describe('hostile workbooks', () => {
  it.each([
    [
      'a cell a million columns out',
      `<row r="1"><c r="BDWGN1"><v>1</v></c></row>`,
      'Row 1 has more than 500 columns',
    ],
    ['markup that never ends', `<row><c><v>${'9'.repeat(2_200_000)}`, 'damaged'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>', 'damaged'],
    ['an unfinished tag', '<row r="1', 'damaged'],
  ])('refuses %s', async (_, rows, message) => {
    expect(await refusal(await workbook(rows))).toContain(message)
  })

  it('passes over empty rows at any distance without holding them', async () => {
    const rows = `${row('Name')}<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>`
    expect((await read(await workbook(rows))).rows).toHaveLength(1)
  })

  it('refuses a zip bomb by what it says it holds, and by what comes out when it lies', async () => {
    const honest = await workbook(row('x'.repeat(3_000_000)))
    expect(await refusal(honest, { inflatedBytes: 1_000_000 })).toContain('too large once it is unpacked')
    const lying = Buffer.from(honest)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(sheet(row('x'.repeat(3_000_000))).length)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at)) lying.writeUInt32LE(10, at)
    expect(await refusal(lying, { inflatedBytes: 1_000_000 })).toContain('too large once it is unpacked')
    const wordy = await workbook(row('Name') + row('x'.repeat(900)).repeat(12))
    expect(await refusal(wordy, { textCharacters: 10_000 })).toContain('too large once it is unpacked')
  })

  it('calls a workbook damaged when it is cut off, or its inside is', async () => {
    const bytes = await workbook(row('Name') + row('Scribe'))
    for (let length = 4; length < bytes.length; length += 7)
      expect(await refusal(bytes.subarray(0, length))).toContain('damaged')
    const torn = Buffer.from(bytes)
    torn.fill(0xff, torn.indexOf('sheet1.xml') + 12, torn.indexOf('sheet1.xml') + 30)
    expect(await refusal(torn)).toContain('damaged')
    const altered = Buffer.from(bytes)
    const sum = altered.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 16
    altered[sum] = (altered[sum] ?? 0) ^ 1
    expect(await refusal(altered)).toContain('damaged')
    expect(await refusal(await workbook('', { 'xl/_rels/workbook.xml.rels': relationships(0) }))).toContain(
      'damaged',
    )
  })

  it('never throws when bytes of a workbook are changed', async () => {
    const bytes = await workbook(row('Name', 'Vendor') + row('Scribe', 'Acme'))
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(typeof (await readTable(changed, 'x')).ok).toBe('boolean')
    }
  })
})
