import type { RowChange } from '#lib/audit-trail/queries'
import { formatDay, formatInstant, isDay } from '#lib/base/days'
import { shorten } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import type { ColumnWords } from './column-words.ts'
import { tableWords } from './row-fields.ts'

/** One column of a changed row in words; '' where there was or is nothing. */
export interface ColumnChange {
  label: string
  before: string
  after: string
}

export interface RowInWords {
  id: string
  /** 'Changed an AI system'. */
  heading: string
  operation: RowChange['operation']
  columns: ColumnChange[]
  /** The record that the row belongs to, where it is known. */
  record: { kind: string; id: string } | null
}

/** What ids in a row stand for, and where the practice is. */
export interface WordsContext {
  names: ReadonlyMap<string, string>
  timeZone: string
}

const longest = 400
/** Bookkeeping that says nothing to a reader. */
const hidden = new Set([
  ...['id', 'practiceId', 'ref', 'version', 'createdAt', 'updatedAt', 'searchText', 'searchBrief'],
])
const verbs = { insert: 'Added', update: 'Changed', delete: 'Removed' } as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A changed row as a heading and its columns before and after, by the names that people know. */
export function rowInWords(change: RowChange, context: WordsContext): RowInWords {
  const { id, table, rowId, operation, before, after } = change
  const words = tableWords[table]
  const keys = Object.keys({ ...before, ...after }).filter((key) => !hidden.has(key))
  // A row that says whose it is: the heading and the record say so already.
  const own = rowId === null ? keys : keys.filter((key) => (after ?? before)?.[key] !== rowId)
  const columns = own
    .map((key) => {
      const column = words?.columns[key] ?? { label: spaced(key) }
      return {
        label: column.label,
        before: valueInWords(before?.[key], column, context),
        after: valueInWords(after?.[key], column, context),
      }
    })
    .filter((column) => column.before !== column.after)
  const one = words?.one ?? `row of ${table}`
  return {
    id,
    heading: `${verbs[operation]} ${/^(a|e|i|o|u)/i.test(one) ? 'an' : 'a'} ${one}`,
    operation,
    columns,
    record: words?.kind && rowId ? { kind: words.kind, id: rowId } : null,
  }
}

/** Every id in the values of these changes, for looking up what they stand for. */
export function idsIn(changes: readonly RowChange[]): string[] {
  const ids = new Set<string>()
  const add = (value: unknown) => {
    if (typeof value === 'string' && uuid.test(value)) ids.add(value)
  }
  for (const { rowId, before, after } of changes) {
    add(rowId)
    for (const values of [before, after])
      for (const [key, value] of Object.entries(values ?? {})) if (!hidden.has(key)) add(value)
  }
  return [...ids]
}

function valueInWords(value: unknown, { options }: ColumnWords, context: WordsContext): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return value.toLocaleString('en-US')
  if (Array.isArray(value))
    return value.map((one) => valueInWords(one, { label: '', options }, context)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${valueInWords(one, { label: '' }, context)}`)
      .join(', ')
  if (typeof value !== 'string') return ''
  if (options) return optionLabel(options, value)
  if (uuid.test(value)) return context.names.get(value) ?? 'something that is no longer here'
  if (isDay(value)) return formatDay(value)
  if (instant.test(value)) return formatInstant(new Date(value), context.timeZone)
  return shorten(value, longest)
}

function spaced(key: string): string {
  const words = key.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
