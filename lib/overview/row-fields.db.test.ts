import { expect, it } from 'vitest'
import { useTestDatabase } from '#lib/testing/test-database'
import { tableWords } from './row-fields.ts'

const database = useTestDatabase()

it('has words for every table whose rows leave a trace, and for no other', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'record_row_changes'`,
  )
  expect(Object.keys(tableWords).sort()).toEqual(rows.map(({ name }) => name).sort())
})
