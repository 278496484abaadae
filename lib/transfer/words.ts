import { z } from 'zod'
import type { SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { conflict } from '#lib/kernel/errors'
import type { Option, Table } from '#lib/kernel/table'
import { distinctWords, guessOptions, importable, type Mapping, undecided } from './mapping.ts'

/** One word of an option column: in how many rows it stands, and what it means so far. */
export interface Word {
  text: string
  rows: number
  /** An option's value, '' for "leave empty", '?' for undecided. */
  choice: string
  /** How the choice came about: our own label, a name known to mean it, a likeness, or the person's word. */
  why: 'same' | 'guess' | 'chosen' | 'undecided'
}

/** The words of one option column, most frequent first. */
export interface WordList {
  field: string
  label: string
  isList: boolean
  options: readonly Option[]
  column: number
  header: string
  words: Word[]
}

/** Every option column of the mapping with its words and what they mean. */
export function wordLists<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  mapping: Mapping,
): WordList[] {
  return importable(table).flatMap(([key, field]) => {
    const column = mapping.columns[key]
    if (column === undefined || !field.options) return []
    const { options } = field
    const counts = distinctWords(sheet, column, field)
    const guesses = guessOptions(field, [...counts.keys()])
    const chosen = new Map(Object.entries(mapping.values[key] ?? {}))
    const words = [...counts].map(([text, rows]): Word => {
      const choice = chosen.get(text) ?? undecided
      const isOurs = options.some(
        ({ value, label }) => value === choice && label.toLowerCase() === text.toLowerCase(),
      )
      const why =
        choice === undecided ? 'undecided' : isOurs ? 'same' : guesses[text] === choice ? 'guess' : 'chosen'
      return { text, rows, choice, why }
    })
    const header = sheet.headers.find(({ index }) => index === column)?.label ?? ''
    const isList = field.import?.parse === 'options'
    return [{ field: key, label: field.label, isList, options, column, header, words }]
  })
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
  mapping: Mapping,
  decisions: z.output<typeof wordsSchema>,
): Mapping {
  const values = { ...mapping.values }
  for (const { field, column, options, words } of wordLists(table, sheet, mapping)) {
    const decided = decisions[field]
    if (!decided) continue
    if (decided.column !== column)
      throw conflict('The columns were matched anew meanwhile. Look at their words again.')
    const known = (choice: string) => choice === '' || options.some(({ value }) => value === choice)
    values[field] = Object.fromEntries(
      words.map(({ text, choice }, at) => {
        const said = decided.choices[String(at)] ?? choice
        const meant = said === undecided ? decided.rest : said
        return [text, known(meant) ? meant : undecided]
      }),
    )
  }
  return { ...mapping, values }
}
