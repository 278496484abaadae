import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { defineTable, listConditions, listOrder, listQuery, parseListState } from './table.ts'

interface Row {
  name: string
  stage: string
}

const table = defineTable<Row, Record<string, unknown>>()({
  kind: 'thing',
  path: '/things',
  one: 'thing',
  many: 'things',
  defaultSort: 'name',
  search: (text) => ({ search: text }),
  fields: {
    name: { label: 'Name', cell: (row) => row.name, sort: ['name'] },
    stage: {
      label: 'Stage',
      cell: (row) => row.stage,
      sort: ['stage'],
      filter: {
        by: 'options',
        options: [
          { value: 'new', label: 'New' },
          { value: 'old', label: 'Old' },
        ],
        where: (values) => ({ stage: values }),
      },
    },
    owner: {
      label: 'Owner',
      cell: () => null,
      filter: { by: 'person', where: (values) => ({ owner: values }) },
      column: 'hidden',
    },
    site: {
      label: 'Site',
      cell: () => null,
      filter: { by: 'site', where: (values) => ({ site: values }) },
      column: 'hidden',
    },
    note: { label: 'Note', cell: () => null, column: 'file' },
  },
})
const context = { today: day('2026-11-22'), personId: '01900000-0000-7000-8000-000000000001' }

describe('a list’s URL', () => {
  it('shows the default view for a bookmark whose filters no longer exist', () => {
    const state = parseListState(table, {
      stage: 'gone',
      sort: '-colour',
      page: '-3',
      size: '7',
      columns: 'x,note',
      owner: "1' OR 1=1",
    })
    expect(state).toEqual(parseListState(table, {}))
    expect(listQuery(table, state)).toBe('')
  })

  it('drops what the database could not even hold', () => {
    expect(parseListState(table, { q: 'scr\0ibe', stage: '\0', sort: '\0' })).toEqual(
      parseListState(table, { q: 'scribe' }),
    )
  })

  it('keeps what is known among what is not', () => {
    const state = parseListState(table, { stage: 'new,gone,old,new', sort: '-stage', q: '  scribe ' })
    expect(state.filters).toEqual({ stage: ['new', 'old'] })
    expect(state.search).toBe('scribe')
    expect(listConditions(table, state, context)).toEqual([{ search: 'scribe' }, { stage: ['new', 'old'] }])
    expect(listOrder(table, state)).toEqual([{ stage: 'desc' }, { id: 'desc' }])
  })

  it('reads the boxes of a form as it reads its own links', () => {
    const boxes = parseListState(table, { stage: ['new', 'old'], columns: ['name', 'owner'] })
    expect(boxes).toEqual(parseListState(table, { stage: 'new,old', columns: 'name,owner' }))
    expect(boxes.columns).toEqual(['name', 'owner'])
  })

  it('asks the database about sites only by id: words would be no valid id there', () => {
    const id = '01900000-0000-7000-8000-000000000002'
    expect(parseListState(table, { site: ['none', 'me', id] }).filters).toEqual({ site: [id] })
  })

  it('understands “me” in a shared view as whoever looks at it', () => {
    const state = parseListState(table, { owner: 'me' })
    expect(listConditions(table, state, context)).toEqual([{ owner: [context.personId] }])
  })

  it('comes back unchanged from its own query string', () => {
    const states = fc.record({
      q: fc.string(),
      stage: fc.subarray(['new', 'old']).map((values) => values.join(',')),
      sort: fc.constantFrom('name', '-name', 'stage', '-stage'),
      page: fc.integer({ min: 1, max: 500 }).map(String),
      size: fc.constantFrom('25', '50', '100'),
      columns: fc.subarray(['name', 'stage', 'owner'], { minLength: 1 }).map((values) => values.join(',')),
      archived: fc.constantFrom('yes', 'no'),
    })
    fc.assert(
      fc.property(states, (params) => {
        const state = parseListState(table, params)
        const again = parseListState(table, Object.fromEntries(new URLSearchParams(listQuery(table, state))))
        expect(again).toEqual(state)
      }),
    )
  })
})
