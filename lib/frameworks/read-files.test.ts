import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable } from '#lib/base/spreadsheet/read-table'
import { smallCatalog } from '#lib/testing/small-catalog'
import { FrameworkFileError, problemsOf } from './own-rows.ts'
import { looksLikeJson, readOscal } from './read-oscal.ts'
import { guessColumns, keptSheet, rowsOfSheet } from './read-sheet.ts'

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

describe('a catalog in OSCAL', () => {
  it('gives its controls and enhancements in order, with groups, labels and filled blanks', () => {
    const { title, version, publisher, rows, withdrawn } = readOscal(bytes(smallCatalog))
    expect({ title, version, publisher, withdrawn }).toEqual({
      ...{ title: 'Rules of the Lakeshore network', version: '3.1' },
      ...{ publisher: 'Lakeshore network', withdrawn: 1 },
    })
    expect(rows.map(({ code, group, title: words }) => [code, group, words])).toEqual([
      ['AC-1', 'Access', 'Accounts are [regularly] reviewed'],
      ['AC-1(1)', 'Access', 'By a program'],
      ['far-1', 'Access, From afar', 'A second factor from outside'],
    ])
    expect(rows[0]?.text).toBe(
      'Whoever keeps accounts:\na. Looks at each of them; and\nb. Closes those that [to be chosen] nobody uses.',
    )
    expect(problemsOf(rows)).toEqual([])
  })

  it.each([
    ['cut off', '{"catalog": {"groups": [', 'It is damaged'],
    ['of something else', { 'system-security-plan': {} }, 'not an OSCAL catalog'],
    ['a list', [1, 2], 'not an OSCAL catalog'],
    ['an attack', '{"catalog": {"__proto__": {"x": 1}}}', 'used to attack programs'],
    ['an attack deep inside', '{"catalog": {"groups": [{"constructor" : {}}]}}', 'used to attack programs'],
  ])('that is %s is refused in plain words', (_, content, says) => {
    expect(() => readOscal(bytes(content))).toThrow(FrameworkFileError)
    expect(() => readOscal(bytes(content))).toThrow(says)
  })

  it('that is nested without end is refused and not followed', () => {
    const nest = (key: string, depth: number) =>
      `{"catalog":${`{"${key}":[`.repeat(depth)}{"id":"x"}${']}'.repeat(depth)}}`
    expect(() => readOscal(bytes(nest('groups', 60)))).toThrow('nested more than 12 levels')
    expect(() => readOscal(bytes(nest('controls', 60)))).toThrow('nested more than 12 levels')
    expect(() => readOscal(bytes(nest('groups', 200_000)))).toThrow(FrameworkFileError)
  })

  it('that is too large, or has too many controls, is refused', () => {
    expect(() => readOscal(new Uint8Array(15 * 1024 * 1024 + 1))).toThrow('larger than 15 MB')
    const controls = Array.from({ length: 5_002 }, (_, at) => ({ id: `c-${at}`, title: 'One' }))
    expect(() => readOscal(bytes({ catalog: { controls } }))).toThrow('more than 5,000 controls')
  })

  it('gives rows or a refusal for whatever stands in it', () => {
    const json = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'catalog',
            'groups',
            'controls',
            'parts',
            'params',
            'props',
            'id',
            'title',
            'prose',
            'name',
          ),
          tie('any'),
        ),
      ),
    })).any
    const answers = (value: unknown) => {
      try {
        return readOscal(bytes({ catalog: value })).rows.length >= 0
      } catch (error) {
        return error instanceof FrameworkFileError
      }
    }
    expect(() => fc.assert(fc.property(json, answers))).not.toThrow()
  })
})

it('a file is JSON by its first character and not by its name', () => {
  expect(looksLikeJson(bytes(smallCatalog))).toBe(true)
  expect(looksLikeJson(bytes('\ufeff  {"catalog": 1}'))).toBe(true)
  expect(looksLikeJson(bytes('Id,Title\nA,B'))).toBe(false)
})

describe('a sheet', () => {
  const sheetOf = async (text: string) => {
    const read = await readTable(bytes(text), 'list.csv')
    if (!read.ok) throw new Error(read.message)
    return keptSheet(read.table)
  }
  const columnsOf = (...labels: string[]) => guessColumns(labels.map((label, index) => ({ index, label })))

  it.each([
    [['ID', 'Title', 'Description', 'Group'], { code: 0, title: 1, text: 2, group: 3 }],
    [
      ['Domain', 'Control Reference', 'Control Name', 'Control Specification'],
      { code: 1, title: 2, text: 3, group: 0 },
    ],
    [
      ['Baseline Unique ID', 'Requirement Statement', 'Assessment Domain'],
      { code: 0, title: 1, text: null, group: 2 },
    ],
    [['Colour', 'Size'], { code: null, title: null, text: null, group: null }],
  ])('with the columns %j is read as %j', (labels, expected) => {
    expect(columnsOf(...labels)).toEqual(expected)
  })

  it('names the rows of an id that stands twice, and rows without one', async () => {
    const sheet = await sheetOf('Id,Title\nA-1,First\n,Nameless\na-1,Second\nB,')
    const problems = problemsOf(rowsOfSheet(sheet, guessColumns(sheet.headers)))
    expect(problems).toEqual([
      'Row 3 has no id.',
      'Row 5 has no title.',
      'The id “A-1” stands more than once: row 2 and row 4.',
    ])
  })

  it('says so when it holds nothing, or too much', () => {
    const row = { code: 'A', title: 'T', text: '', group: '', where: 'row 2' }
    expect(problemsOf([])).toEqual(['There is no requirement in it.'])
    const many = Array.from({ length: 5_001 }, (_, at) => ({ ...row, code: `A-${at}` }))
    expect(problemsOf(many)[0]).toContain('At most 5,000')
    expect(problemsOf([{ ...row, title: 'x'.repeat(501) }])[0]).toContain('Is it the right column?')
  })
})
