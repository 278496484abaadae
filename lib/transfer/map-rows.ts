import type { SheetRow } from '#lib/base/spreadsheet/sheet-table'
import { listInWords, shorten, squeeze } from '#lib/base/text'
import type { ImportValues, Lookup, Lookups } from '#lib/kernel/record'
import type { Field, ImportValue, Option, Table } from '#lib/kernel/table'
import { type Mapping, splitList, wordsOf } from './mapping.ts'
import { readDay } from './read-day.ts'

/** A spreadsheet row as values by field, and what is wrong with it, by field, in words for whoever made the spreadsheet. */
export interface MappedRow {
  line: number
  /** The reference that the row gives, or null. */
  key: string | null
  values: ImportValues
  problems: ReadonlyMap<string, string>
}

class CellProblem extends Error {}

/** Maps one row. Fields without a column, and empty cells unless they clear, are absent from the values. */
export function mapRow<Row, Where>(
  table: Table<Row, Where>,
  mapping: Mapping,
  lookups: Lookups,
  row: SheetRow,
): MappedRow {
  const values: Record<string, ImportValue> = {}
  const problems = new Map<string, string>()
  let key: string | null = null
  for (const [name, column] of Object.entries(mapping.columns)) {
    const field = Object.hasOwn(table.fields, name) ? table.fields[name] : undefined
    if (!field?.import) continue
    // PostgreSQL keeps every character but this one.
    const cell = (row.cells[column] ?? '').replaceAll('\0', '')
    if (field.import.parse === 'key') {
      key = squeeze(cell) || null
      continue
    }
    try {
      const value =
        cell.trim() === ''
          ? emptyValue(field, mapping)
          : parseCell(field, cell, mapping.values[name] ?? {}, lookups)
      if (value !== undefined) values[name] = value
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      problems.set(name, `${field.label}: ${error.message}`)
    }
  }
  return { line: row.line, key, values, problems }
}

function emptyValue<Row, Where>(field: Field<Row, Where>, mapping: Mapping): ImportValue | undefined {
  const { parse, required, whenEmpty } = field.import ?? {}
  if (!mapping.emptyClears || required || whenEmpty === 'kept') return undefined
  if (whenEmpty) return whenEmpty.value
  if (parse === 'text') return ''
  if (parse === 'options' || parse === 'sites') return []
  if (parse !== 'option') return null
  return field.options?.some(({ value }) => value === 'unknown') ? 'unknown' : undefined
}

function parseCell<Row, Where>(
  field: Field<Row, Where>,
  cell: string,
  decided: Readonly<Record<string, string>>,
  lookups: Lookups,
): ImportValue | undefined {
  switch (field.import?.parse) {
    case 'option':
      return optionOf(field.options ?? [], squeeze(cell), decided)
    case 'options': {
      const options = field.options ?? []
      const found = wordsOf(field, cell).flatMap((word) => optionOf(options, word, decided) ?? [])
      return inOrder(options, found)
    }
    case 'day': {
      const day = readDay(cell)
      if (!day) throw new CellProblem(`“${shorten(squeeze(cell), 40)}” is not a date such as 11/22/2026.`)
      return day
    }
    case 'person':
      return found(lookups.person, squeeze(cell))
    case 'system':
      return found(lookups.system, squeeze(cell))
    case 'sites':
      return [...new Set(splitList(cell).map((word) => found(lookups.site, word)))].sort()
    default:
      return plainText(cell)
  }
}

/** Line ends differ between spreadsheet programs; inside a text they mean the same. */
function plainText(cell: string): string {
  return cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
}

/** The chosen options in the order in which the field lists them, each once. */
function inOrder(options: readonly Option[], chosen: readonly string[]): string[] {
  return options.map(({ value }) => value).filter((value) => chosen.includes(value))
}

/** A stored value in the form in which a cell would give it, so that the two can be compared. */
export function canonical<Row, Where>(field: Field<Row, Where>, value: ImportValue): ImportValue {
  if (typeof value === 'string') return field.import?.parse === 'text' ? plainText(value) : value
  if (value === null) return null
  return field.options ? inOrder(field.options, value) : value.toSorted()
}

/** The option that a word means; undefined when the person chose to leave it empty. */
function optionOf(
  options: readonly Option[],
  word: string,
  decided: Readonly<Record<string, string>>,
): string | undefined {
  const choice = Object.hasOwn(decided, word) ? decided[word] : undefined
  if (choice === '') return undefined
  if (choice !== undefined && options.some((option) => option.value === choice)) return choice
  const own = options.find((option) => option.label.toLowerCase() === word.toLowerCase())
  if (own) return own.value
  const labels = options.map((option) => option.label)
  throw new CellProblem(`“${shorten(word, 80)}” is not one of ${listInWords(labels)}.`)
}

function found(lookup: Lookup | undefined, words: string): string {
  const answer = lookup?.(words) ?? { problem: 'It cannot be looked up here.' }
  if ('problem' in answer) throw new CellProblem(answer.problem)
  return answer.id
}
