import { describe, expect, it } from 'vitest'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, type ImportValue } from '#lib/kernel/table'
import { fileText } from './file-cell.ts'
import { mapRow, serialDayFields } from './map-rows.ts'
import type { Mapping } from './mapping.ts'

interface Row {
  ref: string
  name: string
  stage: string
  kinds: readonly string[]
  on: null
  owner: string | null
  ownerName: string | null
  sites: readonly string[]
}

const stages = [
  { value: 'in-use', label: 'In use' },
  { value: 'unknown', label: 'Not known yet' },
]
const kinds = [
  { value: 'a', label: 'Names' },
  { value: 'b', label: 'Dates; ages over 89' },
  { value: 'c', label: 'Other, such as codes' },
]
const { text, choice, choices, day, person, reference } = fieldsOf<Row, unknown>()
const table = defineTable<Row, unknown>()({
  kind: 'thing',
  path: '/things',
  one: 'thing',
  many: 'things',
  defaultSort: 'name',
  fields: {
    ref: reference('ref'),
    name: text('Name', 'name', { import: { required: true } }),
    stage: choice('Stage', 'stage', stages),
    kinds: choices('Kinds', 'kinds', kinds),
    on: day('On', 'on'),
    owner: person('Owner', 'owner', 'ownerName'),
    sites: {
      label: 'Sites',
      cell: () => null,
      import: { value: (row) => row.sites, parse: 'sites' },
    },
  },
})

const keys = ['ref', 'name', 'stage', 'kinds', 'on', 'owner', 'sites']
const mapping: Mapping = {
  columns: Object.fromEntries(keys.map((key, index) => [key, index])),
  values: { stage: { Live: 'in-use', Frozen: '', Odd: '?' } },
  emptyClears: false,
}
const lookupOf = (known: readonly string[], problem: string, id: string, name: string) =>
  Object.assign(
    (words: string) => (known.includes(words) ? { id } : { problem: problem.replace('?', words) }),
    {
      names: new Map([[id, name]]),
    },
  )
const lookups = {
  person: lookupOf(['Ann', 'ann'], 'Nobody is called “?”.', 'ann', 'Ann Lee RN'),
  site: lookupOf(['Main Street', 'main'], 'No “?”.', 'main', 'Main Street'),
}

function map(cells: Record<string, string>, change: Partial<Mapping> = {}) {
  const row = { line: 2, cells: keys.map((key) => cells[key] ?? '') }
  const reading = { mapping: { ...mapping, ...change }, lookups, serialDays: new Set<string>() }
  const { key, values, problems } = mapRow(table, reading, row)
  return { key, values, problems: [...problems.values()] }
}
const valueOf = (
  field: string,
  cell: string,
  change: Partial<Mapping> = {},
): ImportValue | undefined | string[] => {
  const { values, problems } = map({ [field]: cell }, change)
  return problems.length > 0 ? problems : values[field]
}

describe('mapping a row', () => {
  it('reads every kind of cell', () => {
    const cells = {
      ref: ' T-1 ',
      name: ' Line one\r\nline two\u00a0',
      stage: 'Live ',
      kinds: 'Names;  Names\nnames',
      on: '1/2/2026',
      owner: 'Ann ',
    }
    expect(map(cells)).toEqual({
      key: 'T-1',
      values: {
        name: 'Line one\nline two',
        stage: 'in-use',
        kinds: ['a'],
        on: '2026-01-02',
        owner: 'ann',
      },
      problems: [],
    })
  })

  it('takes an option by what was decided, else by our own label, else says what there is', () => {
    expect(valueOf('stage', 'in USE')).toBe('in-use')
    expect(valueOf('stage', 'Frozen')).toBeUndefined()
    const says = (word: string) => [`Stage: “${word}” is not one of In use and Not known yet.`]
    expect(valueOf('stage', 'Odd')).toEqual(says('Odd'))
    expect(valueOf('stage', 'constructor')).toEqual(says('constructor'))
    expect(valueOf('stage', '__proto__')).toEqual(says('__proto__'))
  })

  it('takes lists apart at semicolons, lines and commas, but not inside our own labels', () => {
    expect(valueOf('kinds', 'Other, such as codes; Names')).toEqual(['a', 'c'])
    expect(valueOf('kinds', 'Names, other, such as  codes')).toEqual(['a', 'c'])
    expect(valueOf('kinds', 'Names; Dates; ages over 89\nOther, such as codes')).toEqual(['a', 'b', 'c'])
    expect(valueOf('kinds', '["Dates; ages over 89","Names"]')).toEqual(['a', 'b'])
    expect(valueOf('kinds', '[not json')).toEqual([
      'Kinds: “[not json” is not one of Names, Dates; ages over 89 and Other, such as codes.',
    ])
  })

  it('reads a list as an export writes it, also when a label holds a semicolon', () => {
    for (const list of [['Names'], ['Names', 'Other, such as codes'], ['Dates; ages over 89', 'Names']])
      expect(valueOf('kinds', fileText({ list }))).toEqual(
        kinds.filter(({ label }) => list.includes(label)).map(({ value }) => value),
      )
  })

  it('names every fault of a row at once', () => {
    expect(map({ name: 'x', on: 'soon', owner: 'Bob' }).problems).toEqual([
      'On: “soon” is not a date such as 11/22/2026.',
      'Owner: Nobody is called “Bob”.',
    ])
  })

  it('leaves fields alone that have no column or an empty cell', () => {
    expect(map({ name: 'x', stage: ' ', on: '\u00a0' }).values).toEqual({ name: 'x' })
    expect(map({ name: 'x', on: '1/1/2026' }, { columns: { name: 1 } }).values).toEqual({ name: 'x' })
  })

  it('clears what an empty cell can clear, when the person wants that', () => {
    expect(map({ ref: 'T-1' }, { emptyClears: true }).values).toEqual({
      stage: 'unknown',
      kinds: [],
      on: null,
      owner: null,
      sites: [],
    })
  })

  it('takes people and sites by their words, else by what was decided of the words', () => {
    const values = { owner: { 'A. Lee': 'ann', Bob: '', Cy: '?' }, sites: { 'Main St': 'main', Closed: '' } }
    expect(valueOf('owner', 'A. Lee', { values })).toBe('ann')
    expect(valueOf('owner', 'Bob', { values })).toBeUndefined()
    expect(valueOf('owner', 'Cy', { values })).toEqual(['Owner: Nobody is called “Cy”.'])
    expect(valueOf('sites', 'Main St; Closed', { values })).toEqual(['main'])
    expect(valueOf('sites', 'Closed', { values })).toBeUndefined()
    expect(valueOf('sites', 'Main St; Elsewhere', { values })).toEqual(['Sites: No “Elsewhere”.'])
  })

  it('says what ids are called and which words were left out', () => {
    const values = { owner: { 'A. Lee': 'ann' }, sites: { Closed: '' }, kinds: { Odd: '', 'a/b': 'a+b' } }
    const cells = ['', 'x', '', 'Odd; a/b', '', 'A. Lee', 'Main Street; Closed']
    const reading = { mapping: { ...mapping, values }, lookups, serialDays: new Set<string>() }
    const row = mapRow(table, reading, { line: 2, cells })
    expect(row.values).toEqual({ name: 'x', kinds: ['a', 'b'], owner: 'ann', sites: ['main'] })
    expect([...row.names.values()]).toEqual(['Ann Lee RN', 'Main Street'])
    expect([...row.leftOut]).toEqual([
      ['kinds', ['Odd']],
      ['sites', ['Closed']],
    ])
  })

  it('reads a column of nothing but spreadsheet numbers as days, and says what one among dates is', () => {
    const sheet = (...cells: string[]) => ({
      format: 'csv' as const,
      headers: [],
      notices: [],
      rows: cells.map((cell, at) => ({ line: at + 2, cells: ['', '', '', '', cell] })),
    })
    expect(serialDayFields(table, sheet('45352', '', '45353'), mapping)).toEqual(new Set(['on']))
    expect(serialDayFields(table, sheet('45352', '1/1/2026'), mapping)).toEqual(new Set())
    expect(serialDayFields(table, sheet('', ' '), mapping)).toEqual(new Set())
    const reading = { mapping, lookups, serialDays: new Set(['on']) }
    const [row] = sheet('45352').rows
    expect(row && mapRow(table, reading, row).values).toEqual({ on: '2024-03-01' })
    expect(valueOf('on', '45352')).toEqual([
      'On: “45352” looks like a spreadsheet’s number for Mar 1, 2024; format the column as a date.',
    ])
  })

  it('drops the one character that the database cannot keep', () => {
    expect(valueOf('name', 'a\0b')).toBe('ab')
  })
})
