import { describe, expect, it } from 'vitest'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, type ImportValue } from '#lib/kernel/table'
import { fileText } from './file-cell.ts'
import { mapRow } from './map-rows.ts'
import type { Mapping } from './mapping.ts'

interface Row {
  ref: string
  name: string
  stage: string
  kinds: readonly string[]
  on: null
  owner: string | null
  ownerName: string | null
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
  },
})

const keys = ['ref', 'name', 'stage', 'kinds', 'on', 'owner']
const mapping: Mapping = {
  columns: Object.fromEntries(keys.map((key, index) => [key, index])),
  values: { stage: { Live: 'in-use', Frozen: '', Odd: '?' } },
  emptyClears: false,
}
const lookups = {
  person: (words: string) => (words === 'Ann' ? { id: 'ann' } : { problem: `Nobody is called “${words}”.` }),
}

function map(cells: Record<string, string>, change: Partial<Mapping> = {}) {
  const row = { line: 2, cells: keys.map((key) => cells[key] ?? '') }
  const { key, values, problems } = mapRow(table, { ...mapping, ...change }, lookups, row)
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
    })
  })

  it('drops the one character that the database cannot keep', () => {
    expect(valueOf('name', 'a\0b')).toBe('ab')
  })
})
