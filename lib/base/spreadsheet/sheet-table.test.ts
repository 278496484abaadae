import { describe, expect, it } from 'vitest'
import { type ReadOptions, readTable } from './read-table.ts'

const read = async (content: string, options?: ReadOptions) => {
  const result = await readTable(Buffer.from(content), 'list.csv', options)
  if (!result.ok) throw new Error(result.message)
  return result.table
}
const refusal = async (content: string, options?: ReadOptions) => {
  const result = await readTable(Buffer.from(content), 'list.csv', options)
  return result.ok ? 'was read' : result.message
}

describe('headers', () => {
  it('tidies names and tells repeated ones apart by their place', async () => {
    const table = await read(
      '  Use \n Case ,"If Other,\nplease explain. ","If Other, please explain.",Stage\na,b,c,d\n'.replace(
        ' \n Case',
        '  Case',
      ),
    )
    expect(table.headers).toEqual([
      { index: 0, name: 'Use Case', label: 'Use Case' },
      { index: 1, name: 'If Other, please explain.', label: 'If Other, please explain. (column 2)' },
      { index: 2, name: 'If Other, please explain.', label: 'If Other, please explain. (column 3)' },
      { index: 3, name: 'Stage', label: 'Stage' },
    ])
  })

  it('gives every column a label of its own, even against names made to collide', async () => {
    const { headers } = await read('A (column 3),a,A,Column 5,,Column 5\n1,2,3,4,5,6\n')
    expect(new Set(headers.map(({ label }) => label)).size).toBe(6)
  })

  it('names a column without a name by its place, and leaves out one that is empty altogether', async () => {
    const table = await read('Name,,Vendor,,\nScribe,seven,Acme,,\n')
    expect(table.headers.map(({ index, label }) => [index, label])).toEqual([
      [0, 'Name'],
      [1, 'Column 2'],
      [2, 'Vendor'],
    ])
  })

  it('passes over blank lines and a title above the names, and says so', async () => {
    const table = await read('\nAI inventory 2026,,\n\nName,Vendor,Site\nScribe,Acme,Main\n')
    expect(table.headers.map(({ name }) => name)).toEqual(['Name', 'Vendor', 'Site'])
    expect(table.rows).toEqual([{ line: 5, cells: ['Scribe', 'Acme', 'Main'] }])
    expect(table.notices[0]).toBe(
      'The column names were found in row 4; what stands above them was left out.',
    )
  })

  it('takes the first row as names when rows are hardly longer', async () => {
    expect(await refusal('Name\nScribe,Acme\n')).toContain('Row 2 has 2 cells, but there are only 1 column')
  })
})

describe('rows', () => {
  it('fills up short rows and says how many', async () => {
    const table = await read('A,B,C\n1\n1,2\n1,2,3\n')
    expect(table.rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3])
    expect(table.notices).toEqual([
      '2 rows have fewer cells than there are columns (the first is row 2); the missing cells were read as empty.',
    ])
  })

  it('refuses a row with more cells than names, and names it', async () => {
    expect(await refusal('A,B\n1,2\n1,2,3\n1,2,3,4\n')).toContain(
      'Row 3 has 3 cells, but there are only 2 column names in row 1.',
    )
  })

  it('drops empty rows and columns at the end without a word', async () => {
    const table = await read('A,B,,\n1,2,,\n1,2,,,,,\n,,,\n , \n')
    expect(table.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['1', '2'],
      ['1', '2'],
    ])
    expect(table.headers).toHaveLength(2)
    expect(table.notices).toEqual([])
  })

  it.each([
    ['', 'It is empty.'],
    [' \r\n\r\n , ,\n', 'There is nothing in this file'],
    ['\ufeff', 'There is nothing in this file'],
    ['Name,Vendor\n\n', 'Row 1 has column names, but there are no rows under it.'],
  ])('refuses %j', async (content, message) => {
    expect(await refusal(content)).toContain(message)
  })
})

describe('limits', () => {
  it('allows exactly the rows, columns, cells and characters it promises', async () => {
    const rows = (n: number) => `A,B\n${'1,2\n'.repeat(n)}`
    expect((await read(rows(3), { rows: 3 })).rows).toHaveLength(3)
    expect(await refusal(rows(4), { rows: 3 })).toContain('more than 3 rows')
    expect(await refusal(rows(400), { rows: 3 })).toContain('more than 3 rows')
    expect((await read('A,B,C\n1,2,3\n', { columns: 3 })).headers).toHaveLength(3)
    expect(await refusal('A,B,C\n1,2,3\n', { columns: 2 })).toContain('Row 1 has more than 2 columns')
    expect(await refusal(rows(10), { cells: 15 })).toContain('more than 15 cells')
    expect(await refusal('A,B,C,D\n1\n2\n3\n4\n', { cells: 15 })).toContain('more than 15 cells')
    expect((await read(`A,B\n${'x'.repeat(10)},1\n`, { cellCharacters: 10 })).rows).toHaveLength(1)
    expect(await refusal(`A,B\n1,${'x'.repeat(11)}\n`, { cellCharacters: 10 })).toContain(
      'Row 2, column 2 holds more than 10 characters, which is the most that can be read.',
    )
  })

  it('ignores empty columns beyond the most it reads', async () => {
    expect((await read(`A,B${','.repeat(16_000)}\n1,2${','.repeat(16_000)}\n`)).headers).toHaveLength(2)
  })
})
