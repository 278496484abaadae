import { z } from 'zod'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { conflict } from '#lib/kernel/errors'
import type { Lookup, Lookups, Near } from '#lib/kernel/record'
import { type Field, type Option, optionLabel, type Table } from '#lib/kernel/table'
import { wordsOf } from './list-cells.ts'
import { lookupOf, lookupWords, namesSeveral, unknownWords } from './lookup-words.ts'
import * as mappings from './mapping.ts'

const { undecided } = mappings

/** One word of a column: in how many rows it stands, and what it means so far. */
export interface Word {
  text: string
  rows: number
  /** An option's value, several joined by '+', an id, '' for "leave empty", '?' for undecided. */
  choice: string
  /** How the choice came about: our own label, a likeness, the person's word, or no better idea than to leave it out. */
  why: 'same' | 'guess' | 'chosen' | 'left-out' | 'undecided'
  /** What it may mean besides the list's options, likely ones first. */
  options: readonly Pick<Option, 'value' | 'label'>[]
}

/** The words of one column, most frequent first. */
export interface WordList {
  field: string
  label: string
  /** Whether a cell may hold several words. */
  isList: boolean
  /** What every word may mean. Empty for people and sites: each word has its likely ones. */
  options: readonly Pick<Option, 'value' | 'label'>[]
  column: number
  header: string
  words: Word[]
}

/** Every column of the mapping whose words need a meaning, with its words and what they mean. */
export function wordLists<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  mapping: mappings.Mapping,
  lookups: Lookups,
): WordList[] {
  return mappings.importable(table).flatMap(([key, field]) => {
    const column = mapping.columns[key]
    if (column === undefined) return []
    const chosen = new Map(Object.entries(mapping.values[key] ?? {}))
    const lookup = lookupOf(field, lookups)
    const words = field.options
      ? optionWords(field, field.options, sheet, column, chosen)
      : lookup
        ? nearWords(lookup, unknownWords(sheet, column, field, lookup), chosen)
        : []
    if (words.length === 0 && !field.options) return []
    const header = sheet.headers.find(({ index }) => index === column)?.label ?? ''
    const isList = field.import?.parse === 'options' || namesSeveral(field)
    return [{ field: key, label: field.label, isList, options: field.options ?? [], column, header, words }]
  })
}

function optionWords<Row, Where>(
  field: Field<Row, Where>,
  options: readonly Option[],
  sheet: SheetTable,
  column: number,
  chosen: ReadonlyMap<string, string>,
): Word[] {
  const counts = mappings.distinctWords(sheet, column, field)
  const guesses = mappings.guessWords(field, [...counts.keys()])
  return [...counts].map(([text, rows]): Word => {
    const choice = chosen.get(text) ?? undecided
    const isOurs = options.some(
      ({ value, label }) => value === choice && label.toLowerCase() === text.toLowerCase(),
    )
    const both = [choice, guesses[text] ?? ''].filter((value) => mappings.chosenValues(value).length > 1)
    const label = (value: string) => mappings.chosenValues(value).map((one) => optionLabel(options, one))
    return {
      text,
      rows,
      choice,
      why: isOurs ? 'same' : whyOf(choice, guesses[text] ?? null),
      options: [...new Set(both)].map((value) => ({ value, label: label(value).join(' and ') })),
    }
  })
}

function nearWords(
  lookup: Lookup,
  unknown: ReadonlyMap<string, { rows: number; near: Near }>,
  chosen: ReadonlyMap<string, string>,
): Word[] {
  return [...unknown].map(([text, { rows, near }]): Word => {
    const choice = chosen.get(text) ?? undecided
    const options = near.likely.map(({ id, name }) => ({ value: id, label: name }))
    const answer = choice === '' || choice === undecided ? null : lookup(choice)
    if (answer && 'id' in answer && !options.some(({ value }) => value === choice))
      options.unshift({ value: choice, label: lookup.names?.get(answer.id) ?? text })
    return { text, rows, choice, why: whyOf(choice, near.sure), options }
  })
}

function whyOf(choice: string, guess: string | null): Word['why'] {
  if (choice === undecided) return 'undecided'
  if (choice === '') return 'left-out'
  return choice === guess ? 'guess' : 'chosen'
}

/** How many rows stay out until how many words are decided. */
export function heldBack<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  lists: readonly WordList[],
): { rows: number; words: number } {
  const fields = new Map(mappings.importable(table))
  const open = lists.flatMap(({ field: key, column, words }) => {
    const field = fields.get(key)
    const texts = new Set(words.flatMap(({ why, text }) => (why === 'undecided' ? [text] : [])))
    return field && texts.size > 0 ? [{ field, column, texts }] : []
  })
  const isHeld = (cells: readonly string[]) =>
    open.some(({ field, column, texts }) => {
      const cell = cells[column] ?? ''
      return (field.options ? wordsOf(field, cell) : lookupWords(field, cell)).some((word) => texts.has(word))
    })
  return {
    rows: open.length === 0 ? 0 : sheet.rows.filter(({ cells }) => isHeld(cells)).length,
    words: open.reduce((sum, { texts }) => sum + texts.size, 0),
  }
}

/**
 * What a person says the words mean: by field, the choice of each word by its place in the list, and one for all the rest.
 * `column` is the one whose words were shown.
 */
export const wordsSchema = z.record(
  z.string(),
  z.object({
    column: z.coerce.number().int().nonnegative(),
    choices: z.record(z.string(), z.string().max(100)).default({}),
    rest: z.string().max(100).default(undecided),
  }),
)

/** The mapping with these decisions. Refuses when the words shown were those of another column. */
export function decideWords<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  mapping: mappings.Mapping,
  decisions: z.output<typeof wordsSchema>,
  lookups: Lookups,
): mappings.Mapping {
  const values = { ...mapping.values }
  for (const list of wordLists(table, sheet, mapping, lookups)) {
    const decided = decisions[list.field]
    if (!decided) continue
    if (decided.column !== list.column)
      throw conflict('The columns were matched anew meanwhile. Look at their words again.')
    values[list.field] = Object.fromEntries(
      list.words.map(({ text, choice, options }, at) => {
        const said = decided.choices[String(at)] ?? choice
        const meant = said === undecided ? decided.rest : said
        const known = meant === '' || [...list.options, ...options].some(({ value }) => value === meant)
        return [text, known ? meant : undecided]
      }),
    )
  }
  return { ...mapping, values }
}
