import { z } from 'zod'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { squeeze } from '#lib/base/text'
import type { Field, Table } from '#lib/kernel/table'
import { guessColumns, guessValues } from './match-columns.ts'

/** The choice for a word of which nobody said what it means: its rows come out as errors. */
export const undecided = '?'

/** How a file's columns and words become fields and options; the person confirms or changes it. */
export const mappingSchema = z.object({
  /** Field key → header index; a field without a column is left alone. */
  columns: z.record(z.string(), z.number().int().nonnegative()),
  /** Field key → squeezed cell text → option value; '' means: leave empty, '?' that nobody decided. */
  values: z.record(z.string(), z.record(z.string(), z.string())),
  /** Whether an empty cell clears what a record has, instead of leaving it. */
  emptyClears: z.boolean(),
})
export type Mapping = z.output<typeof mappingSchema>

/** More distinct texts than this in an option column are not asked about one by one. */
const mostDistinct = 200

/** The fields that a spreadsheet can fill. */
export function importable<Row, Where>(table: Table<Row, Where>): [string, Field<Row, Where>][] {
  return Object.entries<Field<Row, Where>>(table.fields).filter(([, field]) => field.import)
}

/** The distinct words of an option column and how many rows have each, most frequent first; lists are taken apart. */
export function distinctWords<Row, Where>(
  sheet: SheetTable,
  column: number,
  field: Field<Row, Where>,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { cells } of sheet.rows)
    for (const word of new Set(wordsOf(field, cells[column] ?? '')))
      if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].sort(([, a], [, b]) => b - a).slice(0, mostDistinct))
}

/** The words of a cell of an option column. Our own labels stay whole; else commas part the items of a list as well. */
export function wordsOf<Row, Where>(field: Field<Row, Where>, cell: string): string[] {
  if (field.import?.parse !== 'options') return [squeeze(cell)]
  const names = (field.options ?? []).flatMap(({ label, aliases }) => [label, ...(aliases ?? [])])
  const [labels, rest] = cell.trim().startsWith('[') ? [[], cell] : takeOut(names, squeezeLines(cell))
  const isName = (word: string) => names.some((name) => name.toLowerCase() === word.toLowerCase())
  const words = splitList(rest).flatMap((word) =>
    word.includes(',') && !isName(word) ? word.split(',').map(squeeze).filter(Boolean) : [word],
  )
  return [...labels, ...words]
}

/** Names that hold what separates items, and what is left of the cell without them. */
function takeOut(names: readonly string[], cell: string): [found: string[], rest: string] {
  const found: string[] = []
  let rest = cell
  for (const name of names) {
    const at = /[;,]/.test(name) ? rest.toLowerCase().indexOf(name.toLowerCase()) : -1
    if (at < 0) continue
    found.push(name)
    rest = `${rest.slice(0, at)};${rest.slice(at + name.length)}`
  }
  return [found, rest]
}

function squeezeLines(cell: string): string {
  return cell
    .split(/[\n\r]/)
    .map(squeeze)
    .join(';')
}

/** The items of a list cell: separated by semicolons or line breaks, or written as a JSON list of texts. */
export function splitList(cell: string): string[] {
  const trimmed = cell.trim()
  if (trimmed.startsWith('[')) {
    const list = z.array(z.string()).safeParse(parseJson(trimmed))
    if (list.success) return list.data.map(squeeze).filter(Boolean)
  }
  return trimmed
    .split(/[;\n\r]/)
    .map(squeeze)
    .filter(Boolean)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The mapping to begin with: what the person confirmed for the same headers last time, else a guess by the headers. */
export function guessMapping<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  saved: Mapping | null,
): Mapping {
  const guesses = guessColumns(
    sheet.headers,
    importable(table).map(([key, field]) => ({
      key,
      label: field.label,
      aliases: field.import?.aliases ?? [],
    })),
  )
  const columns: Record<string, number> = {}
  for (const [key, index] of Object.entries(saved?.columns ?? guesses))
    if (index !== null) columns[key] = index
  return completeMapping(table, sheet, {
    columns,
    values: saved?.values ?? {},
    emptyClears: saved?.emptyClears ?? false,
  })
}

/**
 * The mapping without what does not exist, and with a guess for every word of an option column that it does not decide.
 * Words that mean nothing here become "other" where there is such a choice, else they stay undecided.
 */
export function completeMapping<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  mapping: Mapping,
): Mapping {
  const places = new Set(sheet.headers.map(({ index }) => index))
  const columns: Record<string, number> = {}
  const values: Record<string, Record<string, string>> = {}
  for (const [key, field] of importable(table)) {
    const column = Object.hasOwn(mapping.columns, key) ? mapping.columns[key] : undefined
    if (column === undefined || !places.has(column)) continue
    columns[key] = column
    if (!field.options) continue
    const words = [...distinctWords(sheet, column, field).keys()]
    const before = (Object.hasOwn(mapping.values, key) ? mapping.values[key] : undefined) ?? {}
    const guesses = guessOptions(field, words)
    // Object.fromEntries, as the words come from a file and one may be "__proto__".
    values[key] = Object.fromEntries(
      words.flatMap((word) => {
        const choice = Object.hasOwn(before, word) ? before[word] : guesses[word]
        return choice === undefined || choice === null ? [] : [[word, choice]]
      }),
    )
  }
  return { columns, values, emptyClears: mapping.emptyClears }
}

/** What each word most likely means: an option's value, or null. */
export function guessOptions<Row, Where>(
  field: Field<Row, Where>,
  words: readonly string[],
): Record<string, string | null> {
  const options = field.options ?? []
  const guesses = guessValues(
    words,
    options.map(({ value, label, aliases }) => ({ value, label, aliases: aliases ?? [] })),
  )
  const fallback = options.some(({ value }) => value === 'other') ? 'other' : null
  return Object.fromEntries(words.map((word) => [word, guesses[word] ?? fallback]))
}
