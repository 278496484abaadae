import { formatDay, isDay } from '#lib/base/days'
import { listInWords, shorten, squeeze } from '#lib/base/text'
import type { ImportValues } from '#lib/kernel/record'
import { type Cell, type Field, type ImportValue, optionLabel, type Table } from '#lib/kernel/table'
import { fileText } from './file-cell.ts'
import { importable } from './mapping.ts'

const mostLines = 6
const longest = 70
/** Of a long text, this much of what did not change stands before what did. */
const lead = 15

/** What will be in a new record, field by field, those of the list's own columns first; `label` is not said again. */
export function newInWords<Row, Where>(
  table: Table<Row, Where>,
  values: ImportValues,
  names: ReadonlyMap<string, string>,
  label: string,
): string[] {
  const fields = importable(table)
  const isShown = ([, field]: (typeof fields)[number]) => (field.column ?? 'shown') === 'shown'
  const said = [...fields.filter(isShown), ...fields.filter((entry) => !isShown(entry))].flatMap(
    ([key, field]) => {
      const words = valueInWords(field, values[key] ?? null, names)
      return words === '' || words === label
        ? []
        : [{ field, line: `${field.label}: ${shorten(words, longest)}` }]
    },
  )
  return cut(said)
}

/** What a record has in the fields that change, and what it will have: 'Sites: Main Street → Northgate'. */
export function changeInWords<Row, Where>(
  table: Table<Row, Where>,
  record: Row,
  values: ImportValues,
  names: ReadonlyMap<string, string>,
): string[] {
  const said = importable(table).flatMap(([key, field]) => {
    const value = values[key]
    if (value === undefined) return []
    const [from, to] = apart(cellInWords(field.cell(record)), valueInWords(field, value, names))
    return [{ field, line: `${field.label}: ${from || 'empty'} → ${to || 'empty'}` }]
  })
  return cut(said)
}

function cut<Row, Where>(said: readonly { field: Field<Row, Where>; line: string }[]): string[] {
  const lines = said.slice(0, mostLines).map(({ line }) => line)
  const rest = said
    .slice(mostLines)
    .map(({ field }) => field.label.charAt(0).toLowerCase() + field.label.slice(1))
  return rest.length === 0 ? lines : [...lines, `Also ${shorten(listInWords(rest), 160)}`]
}

function cellInWords(cell: Cell): string {
  if (cell !== null && typeof cell === 'object' && 'day' in cell) return formatDay(cell.day)
  return squeeze(fileText(cell))
}

function valueInWords<Row, Where>(
  field: Field<Row, Where>,
  value: ImportValue,
  names: ReadonlyMap<string, string>,
): string {
  if (value === null) return ''
  const { options } = field
  const lines = field.import?.lines
  const word = (item: string) =>
    options ? optionLabel(options, item) : (lines?.words(item) ?? names.get(item) ?? item)
  if (typeof value !== 'string') return value.map(word).join('; ')
  if (field.import?.parse === 'day') return isDay(value) ? formatDay(value) : value
  return squeeze(field.import?.parse === 'text' ? value : word(value))
}

/** Two texts, cut so that what differs is seen. */
function apart(from: string, to: string): [from: string, to: string] {
  let same = 0
  if (Math.max(from.length, to.length) > longest)
    while (same < from.length && from[same] === to[same]) same += 1
  const start = same > lead * 2 ? same - lead : 0
  const part = (text: string) => `${start > 0 ? '…' : ''}${shorten(text.slice(start), longest)}`
  return [from && part(from), to && part(to)]
}
