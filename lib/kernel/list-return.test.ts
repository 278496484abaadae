import { describe, expect, it } from 'vitest'
import { returnQuery, withReturn } from './list-return.ts'
import { defineTable } from './table.ts'

const table = defineTable<{ name: string }, unknown>()({
  kind: 'thing',
  path: '/things',
  one: 'thing',
  many: 'things',
  defaultSort: 'name',
  fields: { name: { label: 'Name', cell: (row) => row.name, sort: ['name'] } },
})

describe('the way back to a list', () => {
  it('survives being carried through the address of another page', () => {
    const query = '?q=a+%26+b&sort=-name&page=3'
    const href = withReturn('/things/1', query)
    expect(returnQuery(table, new URL(href, 'http://x.invalid').searchParams.get('from'))).toBe(query)
  })

  it('adds nothing to an address when the list is at its default', () => {
    expect(withReturn('/things/1', '')).toBe('/things/1')
  })

  it('never leads anywhere but to a state of the list', () => {
    expect(returnQuery(table, '//evil.example/?q=x')).toBe('')
    expect(returnQuery(table, 'data:text/html,x')).toBe('')
    expect(returnQuery(table, ['?q=x'])).toBe('')
    expect(returnQuery(table, `?q=${'x'.repeat(5_000)}`)).toBe('')
  })
})
