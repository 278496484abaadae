import { z } from 'zod'
import { squeeze } from '#lib/base/text'
import type { Field, Table } from '../table.ts'
import { guessColumns, guessValues } from './match-columns.ts'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'

/** How a file's columns and words become fields and options; the person confirms or changes it. */
export const mappingSchema = z.object({
  /** Field key → header index; a field without a column is left alone. */
  columns: z.record(z.string(), z.number().int().nonnegative()),
  /** Field key → squeezed cell text → option value; '' means: leave empty. */
  values: z.record(z.string(), z.record(z.string(), z.string())),
  /** Whether an empty cell clears what a record has, instead of leaving it. */
  emptyClears: z.boolean(),
})
export type Mapping = z.output<typeof mappingSchema>

/** More distinct texts than this in an option column are not listed one by one. */
const mostDistinct = 200

/** The field's importable part, or undefined. */
function importable<Row, Where>(table: Table<Row, Where>): [string, Field<Row, Where>][] {
  return Object.entries<Field<Row, Where>>(table.fields).filter(([, field]) => field.import)
}

/** The distinct words of an option column, as the mapping names them: lists are taken apart. */
export function distinctWords(sheet: SheetTable, column: number, isList: boolean): string[] {
  const words = new Set<string>()
  for (const { cells } of sheet.rows) {
    const cell = cells[column] ?? ''
    for (const word of isList ? splitList(cell) : [squeeze(cell)]) if (word !== '') words.add(word)
    if (words.size > mostDistinct) break
  }
  return [...words].slice(0, mostDistinct)
}

/** The items of a list cell: separated by semicolons or line breaks, or written as a JSON list of texts. */
export function splitList(cell: string): string[] {
  const trimmed = cell.trim()
  if (trimmed.startsWith('[')) {
    const list = z.array(z.string()).safeParse(parseJson(trimmed))
    if (list.success) return list.data.map(squeeze).filter(Boolean)
  }
  return trimmed.split(/[;\n]/).map(squeeze).filter(Boolean)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The mapping to begin with: by headers and words, then what the person confirmed for the same headers last time. */
export function guessMapping<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  saved: Mapping | null,
): Mapping {
  const fields = importable(table)
  const guessed = guessColumns(
    sheet.headers,
    fields.map(([key, field]) => ({ key, label: field.label, aliases: field.import?.aliases ?? [] })),
  )
  const columns: Record<string, number> = {}
  if (saved) {
    for (const [key, index] of Object.entries(saved.columns)) if (sheet.headers[index]) columns[key] = index
  } else {
    for (const [key, index] of Object.entries(guessed)) if (index !== null) columns[key] = index
  }
  return completeMapping(table, sheet, {
    columns,
    values: saved?.values ?? {},
    emptyClears: saved?.emptyClears ?? false,
  })
}

/** Adds a guess for every word of an option column that the mapping does not decide; unknown words stay undecided. */
export function completeMapping<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  mapping: Mapping,
): Mapping {
  const values: Record<string, Record<string, string>> = {}
  for (const [key, field] of importable(table)) {
    const column = mapping.columns[key]
    if (column === undefined || !field.options) continue
    const words = distinctWords(sheet, column, field.import?.parse === 'options')
    const options = field.options.map(({ value, label, aliases }) => ({
      value,
      label,
      aliases: aliases ?? [],
    }))
    const guesses = guessValues(words, options)
    const decided: Record<string, string> = Object.create(null)
    for (const word of words) {
      const choice = mapping.values[key]?.[word] ?? guesses[word]
      if (choice !== null && choice !== undefined) decided[word] = choice
    }
    values[key] = { ...decided }
  }
  return { ...mapping, values }
}
