import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { squeeze } from '#lib/base/text'
import type { Lookup, Lookups, Near } from '#lib/kernel/record'
import type { Field } from '#lib/kernel/table'
import { splitList } from './list-cells.ts'

/** The look-up that reads a field's words, if it is read by one. */
export function lookupOf<Row, Where>(field: Field<Row, Where>, lookups: Lookups): Lookup | undefined {
  const { parse } = field.import ?? {}
  if (parse === 'person') return lookups.person
  if (parse === 'sites') return lookups.site
  return parse === 'system' ? lookups.system : undefined
}

/** The words of a cell that names people or sites. */
export function lookupWords<Row, Where>(field: Field<Row, Where>, cell: string): string[] {
  return field.import?.parse === 'sites' ? splitList(cell) : [squeeze(cell)].filter(Boolean)
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
