import { describe, expect, it } from 'vitest'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable } from '#lib/kernel/table'
import { completeMapping, guessMapping, type Mapping } from './mapping.ts'
import { decideWords, heldBack, wordLists } from './words.ts'

interface Row {
  name: string
  stage: string
  category: string
  inputs: readonly string[]
  sites: readonly string[]
}
const stages = [
  { value: 'in-use', label: 'In use', aliases: ['Operation and Maintenance'] },
  { value: 'retired', label: 'Retired' },
]
const inputs = [
  { value: 'race', label: 'Race', aliases: ['Race/Ethnicity'] },
  { value: 'origin', label: 'National origin', aliases: ['Ethnicity'] },
  { value: 'sex', label: 'Sex', aliases: ['Gender'] },
]
const categories = [
  { value: 'imaging', label: 'Imaging' },
  { value: 'other', label: 'Other' },
]
const { text, choice, choices } = fieldsOf<Row, unknown>()
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
    inputs: choices('Inputs', 'inputs', inputs),
    sites: { label: 'Sites', cell: () => null, import: { value: (row) => row.sites, parse: 'sites' } },
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
const lookups = {}
const empty: Mapping = { columns: {}, values: {}, emptyClears: false }

describe('the first guess', () => {
  it('matches columns by headers and words by what they are known to mean', () => {
    const { columns, values } = guessMapping(table, sheet, null, lookups)
    expect(columns).toEqual({ name: 0, stage: 1, category: 2 })
    expect(values['stage']).toEqual({ 'Operation and Maintenance': 'in-use' })
  })

  it('takes words that mean nothing here for “other” where there is such a choice', () => {
    const { values } = guessMapping(table, sheet, null, lookups)
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
    expect(guessMapping(table, sheet, saved, lookups)).toEqual({
      columns: { name: 2, stage: 1 },
      values: { stage: { 'Operation and Maintenance': 'in-use', Frozen: 'retired' } },
      emptyClears: true,
    })
  })

  it('forgets fields and columns that are not there', () => {
    const mapping = { ...empty, columns: { name: 9, stage: 1, gone: 0 } }
    expect(completeMapping(table, sheet, mapping, lookups).columns).toEqual({ stage: 1 })
  })
})

describe('the words of option columns', () => {
  const mapping = guessMapping(table, sheet, null, lookups)

  it('are listed with their rows, most frequent first, and how they were understood', () => {
    const [stage] = wordLists(table, sheet, mapping, lookups)
    expect(stage?.words).toEqual([
      { text: 'Operation and Maintenance', rows: 2, choice: 'in-use', why: 'guess', options: [] },
      { text: 'Frozen', rows: 1, choice: '?', why: 'undecided', options: [] },
      { text: 'constructor', rows: 1, choice: '?', why: 'undecided', options: [] },
    ])
  })

  it('mean what the person says, one by one and all the rest at once', () => {
    const decided = decideWords(
      table,
      sheet,
      mapping,
      {
        stage: { column: 1, choices: { '1': 'retired' }, rest: '' },
      },
      lookups,
    )
    expect(decided.values['stage']).toEqual({
      'Operation and Maintenance': 'in-use',
      Frozen: 'retired',
      constructor: '',
    })
    expect(completeMapping(table, sheet, decided, lookups)).toEqual(decided)
  })

  it('stay undecided when the person says so, and when they choose what does not exist', () => {
    const decided = decideWords(
      table,
      sheet,
      mapping,
      {
        stage: { column: 1, choices: { '0': '?', '1': 'nonsense' }, rest: '?' },
      },
      lookups,
    )
    expect(completeMapping(table, sheet, decided, lookups).values['stage']).toEqual({
      'Operation and Maintenance': '?',
      Frozen: '?',
      constructor: '?',
    })
  })

  it('are refused when they were shown for another column', () => {
    const decisions = { stage: { column: 0, choices: {}, rest: '?' } }
    expect(() => decideWords(table, sheet, mapping, decisions, lookups)).toThrow('matched anew')
  })
})

describe('the words of a list', () => {
  const inputsOf = (...cells: string[]) => sheetOf(['Inputs'], ...cells.map((cell) => [cell]))
  const valuesOf = (list: SheetTable) => guessMapping(table, list, null, lookups).values['inputs']

  it('mean several options when each part means one of its own', () => {
    expect(valuesOf(inputsOf('Race/Ethnicity', 'Sex / Gender', 'Race/Income'))).toEqual({
      'Race/Ethnicity': 'race+origin',
      'Sex / Gender': 'sex',
      'Race/Income': '',
    })
    const list = inputsOf('Race/Ethnicity')
    const [words] = wordLists(table, list, guessMapping(table, list, null, lookups), lookups)
    expect(words?.words).toEqual([
      {
        text: 'Race/Ethnicity',
        rows: 1,
        choice: 'race+origin',
        why: 'guess',
        options: [{ value: 'race+origin', label: 'Race and National origin' }],
      },
    ])
  })

  it('that mean nothing here are left out unless the person says otherwise', () => {
    const list = inputsOf('Race; Income')
    const mapping = guessMapping(table, list, null, lookups)
    expect(mapping.values['inputs']).toEqual({ Race: 'race', Income: '' })
    const lists = wordLists(table, list, mapping, lookups)
    expect(lists[0]?.words.map(({ text, why }) => [text, why])).toEqual([
      ['Race', 'same'],
      ['Income', 'left-out'],
    ])
    const decisions = { inputs: { column: 0, choices: { '1': '?' }, rest: '?' } }
    const kept = completeMapping(table, list, decideWords(table, list, mapping, decisions, lookups), lookups)
    expect(kept.values['inputs']).toEqual({ Race: 'race', Income: '?' })
    expect(heldBack(table, list, wordLists(table, list, kept, lookups))).toEqual({ rows: 1, words: 1 })
  })
})

describe('sites that are not known under their name', () => {
  const near = { sure: 'main', likely: [{ id: 'main', name: 'Main Street' }] }
  const site = (words: string) => {
    if (['Main Street', 'main'].includes(words)) return { id: 'main', name: 'Main Street' }
    return { problem: 'no', near: words === 'Main St' ? near : { sure: null, likely: [] } }
  }
  const list = sheetOf(['Sites'], ['Main St; Depot'], ['Main Street'], ['Depot'], ['Main St'])
  const mapping = guessMapping(table, list, null, { site })

  it('are guessed when one is meant, else asked about; the known ones are not', () => {
    expect(mapping.values['sites']).toEqual({ 'Main St': 'main' })
    const lists = wordLists(table, list, mapping, { site })
    expect(lists[0]?.words).toEqual([
      {
        text: 'Main St',
        rows: 2,
        choice: 'main',
        why: 'guess',
        options: [{ value: 'main', label: 'Main Street' }],
      },
      { text: 'Depot', rows: 2, choice: '?', why: 'undecided', options: [] },
    ])
    expect(heldBack(table, list, lists)).toEqual({ rows: 2, words: 1 })
  })

  it('mean what the person says, for as long as that site is there', () => {
    const decisions = { sites: { column: 0, choices: { '0': 'elsewhere', '1': '' }, rest: '?' } }
    const decided = decideWords(table, list, mapping, decisions, { site })
    expect(decided.values['sites']).toEqual({ 'Main St': '?', Depot: '' })
    const saved = { ...mapping, values: { sites: { 'Main St': 'gone', Depot: '' } } }
    expect(completeMapping(table, list, saved, { site }).values['sites']).toEqual({
      'Main St': 'main',
      Depot: '',
    })
    const before = { columns: mapping.columns, values: saved.values, emptyClears: false }
    expect(completeMapping(table, list, before, lookups).values).toEqual({ sites: saved.values.sites })
  })
})
