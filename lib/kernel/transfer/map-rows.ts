import { type Day, isDay } from '#lib/base/days'
import { listInWords, squeeze } from '#lib/base/text'
import type { ImportValues, Lookup, Lookups } from '../record.ts'
import type { Field, ImportValue, Option, Table } from '../table.ts'
import { type Mapping, splitList } from './mapping.ts'
import type { SheetRow } from '#lib/base/spreadsheet/sheet-table'

/** A spreadsheet row as values by field, or what is wrong with it in words for whoever made the spreadsheet. */
export type MappedRow = { line: number; key: string | null } & (
  | { values: ImportValues }
  | { problem: string }
)

class CellProblem extends Error {}

/** Maps one row. Fields without a column, and empty cells unless they clear, are absent from the values. */
export function mapRow<Row, Where>(
  table: Table<Row, Where>,
  mapping: Mapping,
  lookups: Lookups,
  row: SheetRow,
): MappedRow {
  const values: Record<string, ImportValue> = {}
  const problems: string[] = []
  let key: string | null = null
  for (const [name, column] of Object.entries(mapping.columns)) {
    const field: Field<Row, Where> | undefined = table.fields[name as keyof typeof table.fields]
    if (!field?.import) continue
    const cell = row.cells[column] ?? ''
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
      problems.push(`${field.label}: ${error.message}`)
    }
  }
  if (problems.length > 0) return { line: row.line, key, problem: problems.join(' ') }
  return { line: row.line, key, values }
}

function emptyValue<Row, Where>(field: Field<Row, Where>, mapping: Mapping): ImportValue | undefined {
  if (!mapping.emptyClears) return undefined
  const parse = field.import?.parse
  if (parse === 'text') return ''
  return parse === 'options' || parse === 'sites' ? [] : null
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
      const items = splitList(cell).flatMap((word) => optionOf(field.options ?? [], word, decided) ?? [])
      const order = field.options?.map((option) => option.value) ?? []
      return order.filter((value) => items.includes(value))
    }
    case 'day':
      return parseDay(cell)
    case 'person':
      return found(lookups.person, squeeze(cell))
    case 'system':
      return found(lookups.system, squeeze(cell))
    case 'sites':
      return [...new Set(splitList(cell).map((word) => found(lookups.site, word)))].sort()
    default:
      // Line ends differ between spreadsheet programs; inside a text they mean the same.
      return cell.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  }
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
  const labels = options.map((option) => option.label)
  throw new CellProblem(`“${word.slice(0, 80)}” is not one of ${listInWords(labels)}.`)
}

function found(lookup: Lookup | undefined, words: string): string {
  const answer = lookup?.(words) ?? { problem: 'cannot be looked up here.' }
  if ('problem' in answer) throw new CellProblem(answer.problem)
  return answer.id
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people here write it: 2024-11-22, 11/22/2024, 11/22/24, Nov 22, 2024, 22 Nov 2024; a time behind it is dropped. */
export function parseDay(cell: string): Day {
  const text = squeeze(cell).replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text)
  const words =
    /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text) ??
    swap(/^(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(text))
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : us
      ? [us[3]?.length === 2 ? `20${us[3]}` : us[3], us[1], us[2]]
      : words
        ? [words[3], String(months.indexOf((words[1] ?? '').slice(0, 3).toLowerCase()) + 1), words[2]]
        : []
  const day = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
  if (!isDay(day)) throw new CellProblem(`“${cell.trim().slice(0, 40)}” is not a date such as 11/22/2026.`)
  return day
}

function swap(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match ? [match[0], match[2], match[1], match[3]] : null
}
