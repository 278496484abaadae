import { z } from 'zod'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { squeeze } from '#lib/base/text'
import type { Lookup, Lookups } from '#lib/kernel/record'
import type { Field, Table } from '#lib/kernel/table'
import { wordsOf } from './list-cells.ts'
import { lookupOf, unknownWords } from './lookup-words.ts'
import { guessColumns, guessValues, type MatchOption } from './match-columns.ts'

/** The choice for a word of which nobody said what it means: its rows come out as errors. */
export const undecided = '?'

/** How a file's columns and words become fields and options; the person confirms or changes it. */
export const mappingSchema = z.object({
  /** Field key → header index; a field without a column is left alone. */
  columns: z.record(z.string(), z.number().int().nonnegative()),
  /** Field key → squeezed cell text → option value (several joined by '+') or id; '' means: leave empty, '?' not decided. */
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

/** The mapping to begin with: what the person confirmed for the same headers last time, else a guess by the headers. */
export function guessMapping<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  saved: Mapping | null,
  lookups: Lookups,
): Mapping {
  const guesses = guessColumns(
    sheet.headers,
    importable(table).map(([key, field]) => ({
      key,
      label: field.label,
      aliases: field.import?.aliases ?? [],
    })),
    Object.values(table.fields).flatMap(({ label, import: comesIn }) => (comesIn ? [] : [label])),
  )
  const columns: Record<string, number> = {}
  for (const [key, index] of Object.entries(saved?.columns ?? guesses))
    if (index !== null) columns[key] = index
  const [values, emptyClears] = [saved?.values ?? {}, saved?.emptyClears ?? false]
  return completeMapping(table, sheet, { columns, values, emptyClears }, lookups)
}

/**
 * The mapping without what does not exist, and with a guess for every word that it does not decide: those of option
 * columns, and the people and sites that are not known under that name. An option's word that means nothing here becomes
 * "other" where there is such a choice; in a list it is left out; else it stays undecided.
 */
export function completeMapping<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  mapping: Mapping,
  lookups: Lookups,
): Mapping {
  const places = new Set(sheet.headers.map(({ index }) => index))
  const columns: Record<string, number> = {}
  const values: Record<string, Record<string, string>> = {}
  for (const [key, field] of importable(table)) {
    const column = Object.hasOwn(mapping.columns, key) ? mapping.columns[key] : undefined
    if (column === undefined || !places.has(column)) continue
    columns[key] = column
    const before = (Object.hasOwn(mapping.values, key) ? mapping.values[key] : undefined) ?? {}
    const choices = field.options
      ? optionChoices(field, sheet, column, before)
      : lookupChoices(field, sheet, column, before, lookupOf(field, lookups))
    if (choices) values[key] = choices
  }
  return { columns, values, emptyClears: mapping.emptyClears }
}

type Choices = Record<string, string>

function optionChoices<Row, Where>(
  field: Field<Row, Where>,
  sheet: SheetTable,
  column: number,
  before: Choices,
): Choices {
  const words = [...distinctWords(sheet, column, field).keys()]
  const guesses = guessWords(field, words)
  const otherwise = mayBeLeftOut(field) ? '' : undefined
  // Object.fromEntries, as the words come from a file and one may be "__proto__".
  return Object.fromEntries(
    words.flatMap((word) => {
      const choice = (Object.hasOwn(before, word) ? before[word] : guesses[word]) ?? otherwise
      return choice === undefined ? [] : [[word, choice]]
    }),
  )
}

function lookupChoices<Row, Where>(
  field: Field<Row, Where>,
  sheet: SheetTable,
  column: number,
  before: Choices,
  lookup: Lookup | undefined,
): Choices | null {
  // Without the look-up at hand, what was said stays as it is.
  if (!lookup) return Object.keys(before).length > 0 ? before : null
  const unknown = unknownWords(sheet, column, field, lookup)
  const stands = (choice: string | undefined) =>
    choice !== undefined && (choice === '' || choice === undecided || 'id' in lookup(choice))
  return Object.fromEntries(
    [...unknown].flatMap(([word, { near }]) => {
      const said = Object.hasOwn(before, word) ? before[word] : undefined
      const choice = stands(said) ? said : near.sure
      return choice === undefined || choice === null ? [] : [[word, choice]]
    }),
  )
}

/** Whether a word that means nothing here stays out of its row rather than keep the row out: the rest of the list stands. */
function mayBeLeftOut<Row, Where>(field: Field<Row, Where>): boolean {
  return field.import?.parse === 'options' && !field.import.required
}

/** The option values that a choice stands for. */
export function chosenValues(choice: string): string[] {
  return choice.split('+')
}

/** What each word of a file most likely means: an option's value, several joined where a list names several at once, or null. */
export function guessWords<Row, Where>(
  field: Field<Row, Where>,
  words: readonly string[],
): Record<string, string | null> {
  const guesses = guessOptions(field, words)
  if (field.import?.parse !== 'options') return guesses
  return Object.fromEntries(
    words.map((word) => [word, severalOf(word, matchable(field)) ?? guesses[word] ?? null]),
  )
}

/** The one option that each word most likely means, or null. */
export function guessOptions<Row, Where>(
  field: Field<Row, Where>,
  words: readonly string[],
): Record<string, string | null> {
  const options = matchable(field)
  const guesses = guessValues(words, options)
  const fallback = options.some(({ value }) => value === 'other') ? 'other' : null
  return Object.fromEntries(words.map((word) => [word, guesses[word] ?? fallback]))
}

function matchable<Row, Where>(field: Field<Row, Where>): MatchOption[] {
  return (field.options ?? []).map(({ value, label, aliases }) => ({ value, label, aliases: aliases ?? [] }))
}

/** 'Race/Ethnicity' in a list: both, when every part means an option. */
function severalOf(word: string, options: readonly MatchOption[]): string | null {
  const parts = word.split('/').map(squeeze).filter(Boolean)
  if (parts.length < 2 || options.some(({ label }) => label.toLowerCase() === word.toLowerCase())) return null
  const meant = Object.values(guessValues(parts, options))
  const values = new Set(meant)
  return values.has(null) ? null : [...values].join('+')
}
