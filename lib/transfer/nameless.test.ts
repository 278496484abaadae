import { describe, expect, it } from 'vitest'
import { fieldsOf } from '#lib/kernel/fields'
import type { ImportValues } from '#lib/kernel/record'
import { defineTable } from '#lib/kernel/table'
import { refuseNameless } from './nameless.ts'

interface Row {
  ref: string
  name: string
  email: string
}
const { text, reference } = fieldsOf<Row, unknown>()
const table = defineTable<Row, unknown>()({
  kind: 'thing',
  path: '/things',
  one: 'thing',
  many: 'things',
  defaultSort: 'name',
  fields: {
    name: text('Name', 'name', { import: { required: true } }),
    ref: reference('ref'),
    email: text('E-mail', 'email'),
  },
})
const namedBy = (key: string) => ({
  nameOf: (values: ImportValues) => (typeof values[key] === 'string' ? values[key] : ''),
})
const [byName, byEmail] = [namedBy('name'), namedBy('email')]

describe('columns without a name', () => {
  it('are refused at the field when no row could be brought in', () => {
    expect(() => refuseNameless(table, byName, { email: 0 })).toThrow(
      expect.objectContaining({
        code: 'invalid',
        message: 'Choose a column for Name: without it no row can be brought in.',
        fields: { 'column.name': 'Choose the column that holds it.' },
      }),
    )
  })

  it('are fine when rows find their record by a reference or by something else', () => {
    expect(() => refuseNameless(table, byName, { name: 0 })).not.toThrow()
    expect(() => refuseNameless(table, byName, { ref: 0 })).not.toThrow()
    expect(() => refuseNameless(table, byEmail, { email: 0 })).not.toThrow()
  })
})
