import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { squeeze } from '#lib/base/text'
import type { Lookup, Lookups, Near } from '#lib/kernel/record'
import type { Field, LookedUp } from '#lib/kernel/table'
import { splitList } from './list-cells.ts'

const readers: Readonly<Record<LookedUp, { by: keyof Lookups; several: boolean }>> = {
  person: { by: 'person', several: false },
  sites: { by: 'site', several: true },
  system: { by: 'system', several: false },
  systems: { by: 'system', several: true },
  flows: { by: 'flow', several: true },
  vendor: { by: 'vendor', several: false },
  vendors: { by: 'vendor', several: true },
  controls: { by: 'control', several: true },
  requirements: { by: 'requirement', several: true },
}

function readerOf<Row, Where>(field: Field<Row, Where>) {
  const parse = field.import?.parse
  return parse && Object.hasOwn(readers, parse) ? readers[parse as LookedUp] : undefined
}

/** Whether a field is read by a look-up, and so perhaps ambiguous: two people of one name, a site that was closed. */
export function isLookedUp<Row, Where>(field: Field<Row, Where>): boolean {
  return readerOf(field) !== undefined || field.import?.parse === 'lines'
}

/** Whether a cell of the field may name several records. */
export function namesSeveral<Row, Where>(field: Field<Row, Where>): boolean {
  return readerOf(field)?.several ?? false
}

/** The look-up that reads a field's words, if it is read by one. */
export function lookupOf<Row, Where>(field: Field<Row, Where>, lookups: Lookups): Lookup | undefined {
  const reader = readerOf(field)
  return reader && lookups[reader.by]
}

/** The words of a cell that names records of a register. */
export function lookupWords<Row, Where>(field: Field<Row, Where>, cell: string): string[] {
  return namesSeveral(field) ? splitList(cell) : [squeeze(cell)].filter(Boolean)
}

/** More unknown words than this in a column are not asked about one by one. */
const mostAsked = 200

/** The words of a column that a look-up does not know but has something near to, with their rows, most frequent first. */
export function unknownWords<Row, Where>(
  sheet: SheetTable,
  column: number,
  field: Field<Row, Where>,
  lookup: Lookup,
): Map<string, { rows: number; near: Near }> {
  const counts = new Map<string, number>()
  for (const { cells } of sheet.rows)
    for (const word of new Set(lookupWords(field, cells[column] ?? '')))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  const found = new Map<string, { rows: number; near: Near }>()
  for (const [word, rows] of [...counts].sort(([, a], [, b]) => b - a)) {
    const answer = lookup(word)
    const near = 'id' in answer ? undefined : answer.near
    if (near) found.set(word, { rows, near })
    if (found.size === mostAsked) break
  }
  return found
}
