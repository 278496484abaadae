import type { Cell, Field, Table } from './table.ts'

/** A cell as words: what a sentence or a plain-text column shows. */
function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.list.join('; ')
  return String(cell)
}

/** Says in a sentence what changed between two states of a record, by its table's fields; null when nothing did. */
export function changeSentence<Row, Where>(table: Table<Row, Where>, before: Row, after: Row): string | null {
  const parts: string[] = []
  for (const field of Object.values<Field<Row, Where>>(table.fields)) {
    // What follows from other fields (the tier, the next due date) is no change of its own.
    if (!field.import) continue
    const from = cellText(field.cell(before))
    const to = cellText(field.cell(after))
    if (from === to) continue
    const label = field.label.charAt(0).toLowerCase() + field.label.slice(1)
    if (from.length + to.length > 160) parts.push(`rewrote ${label}`)
    else if (from === '') parts.push(`set ${label} to “${to}”`)
    else if (to === '') parts.push(`cleared ${label} (was “${from}”)`)
    else parts.push(`changed ${label} from “${from}” to “${to}”`)
  }
  if (parts.length === 0) return null
  const sentence = parts.join('; ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
