import type { Option, Table } from '#lib/kernel/table'

export interface ColumnWords {
  label: string
  options?: readonly Option[] | undefined
}

/** A database table in words: what a row of it is, whose record it belongs to, and what its columns are called. */
export interface TableWords {
  one: string
  /** The record kind that the row id names; null when it names none. */
  kind: string | null
  columns: Readonly<Record<string, ColumnWords>>
}

/** The columns of a register in the words of its list; `renamed` where the list calls a column otherwise. */
export function columnsOf<Row, Where>(
  table: Table<Row, Where>,
  renamed: Readonly<Record<string, string>>,
  more: Readonly<Record<string, ColumnWords>>,
): Record<string, ColumnWords> {
  const columns: Record<string, ColumnWords> = { ...more }
  for (const [key, { label, options }] of Object.entries<ColumnWords>(table.fields))
    columns[renamed[key] ?? key] = { label, options }
  return columns
}
