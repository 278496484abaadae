import type { SheetRow, SheetTable } from '#lib/base/spreadsheet/sheet-table'
import { listInWords, shorten, squeeze } from '#lib/base/text'
import type { ImportValues, Lookup, Lookups } from '#lib/kernel/record'
import type { Field, ImportValue, Option, Table, Who } from '#lib/kernel/table'
import { wordsOf } from './list-cells.ts'
import { lookupOf, lookupWords, namesSeveral } from './lookup-words.ts'
import { chosenValues, importable, type Mapping, undecided } from './mapping.ts'
import { dayProblem, readDay, serialDay } from './read-day.ts'

/** A spreadsheet row as values by field, and what is wrong with it, by field, in words for whoever made the spreadsheet. */
export interface MappedRow {
  line: number
  /** The reference that the row gives, or null. */
  key: string | null
  values: ImportValues
  problems: ReadonlyMap<string, string>
  /** What the ids among the values are called. */
  names: ReadonlyMap<string, string>
  /** Words that are left out of the row as the person chose, by field. */
  leftOut: ReadonlyMap<string, readonly string[]>
}

/** What reading a file's cells takes besides the cells. */
export interface Reading {
  mapping: Mapping
  lookups: Lookups
  /** Fields whose whole column holds bare numbers that stand for days. */
  serialDays: ReadonlySet<string>
}

class CellProblem extends Error {}

/** The fields of days whose column holds nothing but a spreadsheet program's bare numbers for days. */
export function serialDayFields<Row, Where>(
  table: Table<Row, Where>,
  sheet: SheetTable,
  { columns }: Mapping,
): Set<string> {
  const isSerial = (column: number) => {
    const cells = sheet.rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '')
    return cells.length > 0 && cells.every((cell) => serialDay(cell))
  }
  return new Set(
    importable(table).flatMap(([name, field]) => {
      const column = columns[name]
      return field.import?.parse === 'day' && column !== undefined && isSerial(column) ? [name] : []
    }),
  )
}

interface CellOf<Row, Where> {
  name: string
  field: Field<Row, Where>
  cell: string
  decided: Readonly<Record<string, string>>
  names: Map<string, string>
  leftOut: Map<string, string[]>
}

/** Maps one row. Fields without a column, and empty cells unless they clear, are absent from the values. */
export function mapRow<Row, Where>(table: Table<Row, Where>, reading: Reading, row: SheetRow): MappedRow {
  const { mapping } = reading
  const values: Record<string, ImportValue> = {}
  const problems = new Map<string, string>()
  const names = new Map<string, string>()
  const leftOut = new Map<string, string[]>()
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
      const decided = mapping.values[name] ?? {}
      const value =
        cell.trim() === ''
          ? emptyValue(field, mapping)
          : parseCell({ name, field, cell, decided, names, leftOut }, reading)
      if (value !== undefined) values[name] = value
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error
      problems.set(name, `${field.label}: ${error.message}`)
    }
  }
  return { line: row.line, key, values, problems, names, leftOut }
}

function emptyValue<Row, Where>(field: Field<Row, Where>, mapping: Mapping): ImportValue | undefined {
  const { parse, required, whenEmpty } = field.import ?? {}
  if (!mapping.emptyClears || required || whenEmpty === 'kept') return undefined
  if (whenEmpty) return whenEmpty.value
  if (parse === 'text') return ''
  if (parse === 'options' || parse === 'lines' || namesSeveral(field)) return []
  if (parse !== 'option') return null
  return field.options?.some(({ value }) => value === 'unknown') ? 'unknown' : undefined
}

function parseCell<Row, Where>(at: CellOf<Row, Where>, reading: Reading): ImportValue | undefined {
  const { name, field, cell } = at
  switch (field.import?.parse) {
    case 'option':
      return optionsOf(at, squeeze(cell))?.[0]
    case 'options': {
      const found = wordsOf(field, cell).map((word) => optionsOf(at, word))
      const values = found.flatMap((value) => value ?? [])
      return values.length === 0 && found.includes(undefined)
        ? undefined
        : inOrder(field.options ?? [], values)
    }
    case 'day': {
      const day = reading.serialDays.has(name) ? serialDay(cell) : readDay(cell)
      if (!day) throw new CellProblem(dayProblem(cell))
      return day
    }
    case 'person':
    case 'system':
    case 'vendor':
      return found(at, lookupOf(field, reading.lookups), squeeze(cell))
    case 'sites':
    case 'systems':
    case 'flows':
    case 'vendors':
    case 'controls':
    case 'requirements': {
      const lookup = lookupOf(field, reading.lookups)
      const ids = lookupWords(field, cell).map((word) => found(at, lookup, word))
      const known = ids.filter((id) => id !== undefined)
      // Nothing left is not the same as nothing said, which means the whole practice.
      return known.length === 0 ? undefined : [...new Set(known)].sort()
    }
    case 'lines':
      return linesOf(at, reading.lookups)
    default:
      return plainText(cell)
  }
}

/** What the lines of a cell say, in a fixed order. */
function linesOf<Row, Where>({ field, cell }: CellOf<Row, Where>, { person }: Lookups): string[] {
  const who: Who = (words) => {
    const answer = person?.(words) ?? { problem: 'Nobody can be looked up here.' }
    return 'id' in answer ? { id: answer.id, name: person?.names?.get(answer.id) ?? words } : answer
  }
  const read = plainText(cell)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => field.import?.lines?.read(line.trim(), who) ?? { problem: 'It cannot be read.' })
  const problem = read.find((line) => 'problem' in line)
  if (problem && 'problem' in problem) throw new CellProblem(problem.problem)
  return read.flatMap((line) => ('value' in line ? [line.value] : [])).toSorted()
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

interface WordPlace {
  name: string
  decided: Readonly<Record<string, string>>
  names: Map<string, string>
  leftOut: Map<string, string[]>
}

function leaveOut({ name, leftOut }: WordPlace, word: string): undefined {
  leftOut.set(name, [...(leftOut.get(name) ?? []), word])
}

/** The options that a word means; undefined when it is to be left out. */
function optionsOf<Row, Where>(at: CellOf<Row, Where>, word: string): string[] | undefined {
  const options = at.field.options ?? []
  const choice = Object.hasOwn(at.decided, word) ? at.decided[word] : undefined
  if (choice === '') return leaveOut(at, word)
  const chosen = choice === undefined ? [] : chosenValues(choice)
  if (chosen.length > 0 && chosen.every((value) => options.some((option) => option.value === value)))
    return chosen
  const own = options.find((option) => option.label.toLowerCase() === word.toLowerCase())
  if (own) return [own.value]
  const labels = options.map((option) => option.label)
  throw new CellProblem(`“${shorten(word, 80)}” is not one of ${listInWords(labels)}.`)
}

/** The id that words mean, by themselves or as the person said; undefined when they are to be left out. */
function found(at: WordPlace, lookup: Lookup | undefined, words: string): string | undefined {
  const answer = lookup?.(words) ?? { problem: 'It cannot be looked up here.' }
  const choice = Object.hasOwn(at.decided, words) ? at.decided[words] : undefined
  if ('problem' in answer && choice === '') return leaveOut(at, words)
  const said =
    'problem' in answer && choice !== undefined && choice !== undecided
      ? (lookup?.(choice) ?? answer)
      : answer
  if ('problem' in said) throw new CellProblem(said.problem)
  at.names.set(said.id, lookup?.names?.get(said.id) ?? shorten(words, 80))
  return said.id
}
