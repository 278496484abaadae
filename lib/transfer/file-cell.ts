import type { Cell as SheetCell } from '#lib/base/spreadsheet/write-table'
import type { Cell } from '#lib/kernel/table'

/** A cell as an export writes it. A list whose items hold what separates items is written as a JSON list. */
export function fileCell(cell: Cell): SheetCell {
  return cell !== null && typeof cell === 'object' && 'list' in cell ? listText(cell.list) : cell
}

/** The same as text: what a person finds in the spreadsheet. */
export function fileText(cell: Cell): string {
  const written = fileCell(cell)
  if (written === null) return ''
  return typeof written === 'object' ? written.day : String(written)
}

function listText(items: readonly string[]): string {
  const plain = items.every((item) => !/[;\n\r]/.test(item)) && !items[0]?.trim().startsWith('[')
  return plain ? items.join('; ') : JSON.stringify(items)
}
