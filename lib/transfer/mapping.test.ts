import { describe, expect, it } from 'vitest'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable } from '#lib/kernel/table'
import { completeMapping, guessMapping, type Mapping } from './mapping.ts'
import { decideWords, wordLists } from './words.ts'

interface Row {
  name: string
  stage: string
  category: string
}
const stages = [
  { value: 'in-use', label: 'In use', aliases: ['Operation and Maintenance'] },
  { value: 'retired', label: 'Retired' },
]
const categories = [
  { value: 'imaging', label: 'Imaging' },
  { value: 'other', label: 'Other' },
]
const { text, choice } = fieldsOf<Row, unknown>()
const table = defineTable<Row, unknown>()({
  kind: 'thing',
  path: '/things',
  one: 'thing',
  many: 'things',
  defaultSort: 'name',
  fields: {
    name: text('Name', 'name', { import: { required: true, aliases: ['Use Case Name'] } }),
    stage: choice('Stage', 'stage', stages),
    category: choice('Category', 'category', categories),
  },
})

function sheetOf(headers: string[], ...rows: string[][]): SheetTable {
  return {
    format: 'csv',
    headers: headers.map((name, index) => ({ index, name, label: name })),
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
    notices: [],
  }
}
const sheet = sheetOf(
  ['Use Case Name', 'Stage', 'Category'],
  ['A', 'Operation and Maintenance ', 'Imaging'],
  ['B', 'Operation and Maintenance', 'Law & Justice'],
  ['C', 'Frozen', '__proto__'],
  ['D', 'constructor', ''],
)
const empty: Mapping = { columns: {}, values: {}, emptyClears: false }

describe('the first guess', () => {
  it('matches columns by headers and words by what they are known to mean', () => {
    const { columns, values } = guessMapping(table, sheet, null)
    expect(columns).toEqual({ name: 0, stage: 1, category: 2 })
    expect(values['stage']).toEqual({ 'Operation and Maintenance': 'in-use' })
  })

  it('takes words that mean nothing here for “other” where there is such a choice', () => {
    const { values } = guessMapping(table, sheet, null)
    expect(Object.entries(values['category'] ?? {})).toEqual([
      ['Imaging', 'imaging'],
      ['Law & Justice', 'other'],
      ['__proto__', 'other'],
    ])
  })

  it('is what the person confirmed last time for the same columns', () => {
    const saved: Mapping = {
      columns: { name: 2, stage: 1 },
      values: { stage: { Frozen: 'retired', Gone: 'retired' } },
      emptyClears: true,
    }
    expect(guessMapping(table, sheet, saved)).toEqual({
      columns: { name: 2, stage: 1 },
      values: { stage: { 'Operation and Maintenance': 'in-use', Frozen: 'retired' } },
      emptyClears: true,
    })
  })

  it('forgets fields and columns that are not there', () => {
    const mapping = { ...empty, columns: { name: 9, stage: 1, gone: 0 } }
    expect(completeMapping(table, sheet, mapping).columns).toEqual({ stage: 1 })
  })
})

describe('the words of option columns', () => {
  const mapping = guessMapping(table, sheet, null)

  it('are listed with their rows, most frequent first, and how they were understood', () => {
    const [stage] = wordLists(table, sheet, mapping)
    expect(stage?.words).toEqual([
      { text: 'Operation and Maintenance', rows: 2, choice: 'in-use', why: 'guess' },
      { text: 'Frozen', rows: 1, choice: '?', why: 'undecided' },
      { text: 'constructor', rows: 1, choice: '?', why: 'undecided' },
    ])
  })

  it('mean what the person says, one by one and all the rest at once', () => {
    const decided = decideWords(table, sheet, mapping, {
      stage: { column: 1, choices: { '1': 'retired' }, rest: '' },
    })
    expect(decided.values['stage']).toEqual({
      'Operation and Maintenance': 'in-use',
      Frozen: 'retired',
      constructor: '',
    })
    expect(completeMapping(table, sheet, decided)).toEqual(decided)
  })

  it('stay undecided when the person says so, and when they choose what does not exist', () => {
    const decided = decideWords(table, sheet, mapping, {
      stage: { column: 1, choices: { '0': '?', '1': 'nonsense' }, rest: '?' },
    })
    expect(completeMapping(table, sheet, decided).values['stage']).toEqual({
      'Operation and Maintenance': '?',
      Frozen: '?',
      constructor: '?',
    })
  })

  it('are refused when they were shown for another column', () => {
    const decisions = { stage: { column: 0, choices: {}, rest: '?' } }
    expect(() => decideWords(table, sheet, mapping, decisions)).toThrow('matched anew')
  })
})
