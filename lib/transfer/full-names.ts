import type { Header, SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { squeeze } from '#lib/base/text'

/** What the column of whole names is called; among the words for a person's name. */
export const fullName = 'First and last name'

const first = /^(?:(?:first|given|fore)[\s_-]*names?|first)$/i
const last = /^(?:(?:last|family|sur)[\s_-]*names?|last|surname)$/i

/**
 * A table whose names stand in two columns, as payroll lists have them, gets one more with both together. A table that has
 * that column already, such as a file of errors that comes back, gets it made anew.
 */
export function withFullNames(sheet: SheetTable): SheetTable {
  const given = sheet.headers.find(({ name }) => first.test(squeeze(name)))
  const family = sheet.headers.find(({ name }) => last.test(squeeze(name)))
  if (!given || !family) return sheet
  const there = sheet.headers.find(({ name }) => name === fullName)
  const index = there?.index ?? Math.max(...sheet.headers.map((header) => header.index)) + 1
  const header: Header = { index, name: fullName, label: fullName }
  return {
    ...sheet,
    headers: there ? sheet.headers : [...sheet.headers, header],
    rows: sheet.rows.map(({ line, cells }) => {
      const whole = Array.from({ length: Math.max(index + 1, cells.length) }, (_, at) => cells[at] ?? '')
      whole[index] = squeeze(`${cells[given.index] ?? ''} ${cells[family.index] ?? ''}`)
      return { line, cells: whole }
    }),
  }
}
