import { listInWords } from '#lib/base/text'
import { invalid } from '#lib/kernel/errors'
import type { ImportTarget } from '#lib/kernel/record'
import type { Table } from '#lib/kernel/table'
import { importable, type Mapping } from './mapping.ts'

/** Refuses columns with which no row could be brought in: none says which record a row is, and a new one would lack a needed field. */
export function refuseNameless<Row, Where>(
  table: Table<Row, Where>,
  target: Pick<ImportTarget<Row>, 'nameOf'>,
  columns: Mapping['columns'],
): void {
  const fields = importable(table)
  const missing = fields.filter(([key, field]) => field.import?.required && columns[key] === undefined)
  const matched = fields.filter(([key]) => columns[key] !== undefined)
  const byReference = matched.some(([, field]) => field.import?.parse === 'key')
  const sample = Object.fromEntries(matched.map(([key]) => [key, 'x']))
  if (missing.length === 0 || byReference || target.nameOf(sample) !== '') return
  const labels = missing.map(([, { label }]) => label)
  throw invalid(
    `Choose a column for ${listInWords(labels)}: without it no row can be brought in.`,
    Object.fromEntries(missing.map(([key]) => [`column.${key}`, 'Choose the column that holds it.'])),
  )
}
