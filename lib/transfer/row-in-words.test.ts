import { describe, expect, it } from 'vitest'
import type { Day } from '#lib/base/days'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable } from '#lib/kernel/table'
import { changeInWords, newInWords } from './row-in-words.ts'

interface Row {
  name: string
  notes: string
  stage: string
  on: Day | null
  owner: string | null
  ownerName: string | null
  sites: readonly { id: string; name: string }[]
}
const { text, choice, day, person } = fieldsOf<Row, unknown>()
const table = defineTable<Row, unknown>()({
  kind: 'thing',
  path: '/things',
  one: 'thing',
  many: 'things',
  defaultSort: 'name',
  fields: {
    name: text('Name', 'name'),
    notes: text('Notes', 'notes', { column: 'hidden' }),
    stage: choice('Stage', 'stage', [
      { value: 'in-use', label: 'In use' },
      { value: 'retired', label: 'Retired' },
    ]),
    on: day('On', 'on'),
    owner: person('Owner', 'owner', 'ownerName'),
    sites: {
      label: 'Sites',
      cell: (row) => ({ list: row.sites.map(({ name }) => name) }),
      import: { value: (row) => row.sites.map(({ id }) => id), parse: 'sites' },
    },
  },
})
const names = new Map([
  ['p1', 'Dana Whitfield RN'],
  ['s2', 'Northgate'],
])
const record: Row = {
  name: 'Scribe',
  notes: '',
  stage: 'in-use',
  on: null,
  owner: null,
  ownerName: null,
  sites: [{ id: 's1', name: 'Main Street' }],
}

describe('a row in words', () => {
  it('says what will be in a new record, the list’s own columns first, and not its name again', () => {
    const values = { notes: 'Ask Kim', name: 'Scribe', stage: 'in-use', owner: 'p1', sites: ['s2'], on: null }
    expect(newInWords(table, values, names, 'Scribe')).toEqual([
      'Stage: In use',
      'Owner: Dana Whitfield RN',
      'Sites: Northgate',
      'Notes: Ask Kim',
    ])
  })

  it('says of each field that changes what was there and what will be', () => {
    const values = { sites: ['s2'], owner: 'p1', on: '2026-01-05', stage: 'retired' }
    expect(changeInWords(table, record, values, names)).toEqual([
      'Stage: In use → Retired',
      'On: empty → Jan 5, 2026',
      'Owner: empty → Dana Whitfield RN',
      'Sites: Main Street → Northgate',
    ])
  })

  it('cuts long texts so that the difference stays', () => {
    const same = 'The same words again and again. '.repeat(9)
    const [line] = changeInWords(table, { ...record, notes: `${same}Kim` }, { notes: `${same}Lee` }, names)
    expect(line).toMatch(/^Notes: ….{3,30}Kim → ….{3,30}Lee$/)
  })
})
