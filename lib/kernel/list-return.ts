import { type ListState, listQuery, parseListState, type Table } from './table.ts'

/** The address of a page below a list, remembering the list's query so that the way back finds the same rows. */
export function withReturn(href: string, query: string): string {
  return query === '' ? href : `${href}?${new URLSearchParams({ from: query })}`
}

/** The state of a list as its query says it. */
export function listStateOf<Row, Where>(table: Table<Row, Where>, query: string): ListState {
  return parseListState(table, Object.fromEntries(new URLSearchParams(query)))
}

/**
 * The list's query that a page was opened from, read from its `from` parameter or form field. Parsed like any URL, so that
 * only a state of this very list can come out: '' when there is none.
 */
export function returnQuery<Row, Where>(table: Table<Row, Where>, from: unknown): string {
  if (typeof from !== 'string' || from.length > 4_000) return ''
  return listQuery(table, listStateOf(table, from))
}
