import type { Day } from '#lib/base/days'
import { literal } from '#lib/base/text'

/** One choice of a field: stored value, the words on screen, and other words that mean it in other people's files. */
export interface Option<Value extends string = string> {
  value: Value
  label: string
  aliases?: readonly string[]
  tone?: 'ok' | 'attention' | 'danger' | 'neutral'
}

/** A cell as lists, exports and imports see it. `list` cells are joined with '; ' in a spreadsheet. */
export type Cell = string | number | null | { day: Day } | { list: readonly string[] }

/** What filters may depend on besides their value. */
export interface FilterContext {
  today: Day
  personId: string
}

interface Filter<Where> {
  /** How the toolbar offers it; 'person' and 'site' get their options from the directory. */
  by: 'options' | 'person' | 'site' | 'due'
  options?: readonly Option[]
  where: (values: readonly string[], context: FilterContext) => Where
}

/** A field's stored value as imports compare, write and undo it: text, ids, option values. */
export type ImportValue = string | readonly string[] | null

/** What a look-up reads: one record of a register, or (in the plural) several. */
export type LookedUp =
  | 'person'
  | 'sites'
  | 'system'
  | 'systems'
  | 'flows'
  | 'vendor'
  | 'vendors'
  | 'controls'
  | 'requirements'

/** How the lines of a `parse: 'lines'` cell become stored values, and words again. `who` finds the people that they name. */
export interface LinesField {
  read: (line: string, who: Who) => { value: string } | { problem: string }
  words: (value: string) => string
  /** Of the values that a record has: whether one stays although a file no longer says it. */
  stays: (value: string) => boolean
}

/** Finds a person by what a cell calls them. */
export type Who = (words: string) => { id: string; name: string } | { problem: string }

/** How a spreadsheet column becomes a value. */
export interface ImportField<Row> {
  /** The value a record has now, in the same form as the parsed one. */
  value: (row: Row) => ImportValue
  /** Other headers that mean this field. */
  aliases?: readonly string[]
  parse: 'text' | 'option' | 'options' | 'day' | 'key' | 'lines' | LookedUp
  lines?: LinesField
  required?: boolean
  /** What an empty cell means where the person has empty cells clear a field; each `parse` has its usual answer. */
  whenEmpty?: 'kept' | { value: ImportValue }
  /** Says on the mapping screen what is done with the column when the label alone does not. */
  hint?: string
}

/** One field, declared once: column, cell, filter, sort, export header and import mapping all come from here. */
export interface Field<Row, Where> {
  label: string
  cell: (row: Row) => Cell
  options?: readonly Option[]
  /** Database columns to order by, most significant first; absent when it cannot be sorted. */
  sort?: readonly string[]
  filter?: Filter<Where>
  import?: ImportField<Row>
  /** 'shown' by default, 'hidden' until chosen, 'file' only in exports and imports. */
  column?: 'shown' | 'hidden' | 'file'
}

export interface Table<Row, Where, Key extends string = string> {
  /** The record kind, also the route: 'ai-system' is listed at /ai-systems. */
  kind: string
  path: string
  /** 'AI system', 'AI systems'. */
  one: string
  many: string
  fields: Readonly<Record<Key, Field<Row, Where>>>
  defaultSort: string
  search?: (text: string) => Where
  searchHint?: string
}

/** Declares a register's list. Generic order lets `Where` be given and the rest inferred. */
export function defineTable<Row, Where>() {
  return <Key extends string>(table: Table<Row, Where, Key>): Table<Row, Where, Key> => table
}

export const pageSizes = [25, 50, 100] as const
const defaultPageSize = 50

/** What a list's URL says, after everything unknown was dropped. */
export interface ListState {
  search: string
  filters: Readonly<Record<string, readonly string[]>>
  sort: { key: string; descending: boolean }
  page: number
  size: number
  /** Chosen columns in the table's order. */
  columns: readonly string[]
  archived: boolean
  /** Whether the filters' choices are in the page from the start: for browsers without script. Never part of a query. */
  filtersDrawn: boolean
}

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const dueValues = ['overdue', 'due-soon', 'on-track']

function allowed<Where>(filter: Filter<Where>, value: string): boolean {
  if (filter.by === 'person') return idPattern.test(value) || value === 'me' || value === 'none'
  if (filter.by === 'site') return idPattern.test(value)
  if (filter.by === 'due') return dueValues.includes(value)
  return filter.options?.some((option) => option.value === value) ?? false
}

function first(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Every value of a parameter: 'a,b' as our links write it, or repeated as a form sends its boxes. */
function words(value: string | readonly string[] | undefined): string[] {
  return (typeof value === 'string' ? [value] : (value ?? [])).flatMap((part) => part.split(','))
}

/** The columns shown when the URL names none. */
function defaultColumns<Row, Where>(table: Table<Row, Where>): string[] {
  return Object.keys(table.fields).filter((key) => (table.fields[key]?.column ?? 'shown') === 'shown')
}

/** Reads a list's state from a URL. URLs forgive: whatever is unknown or stale is dropped, never an error. */
export function parseListState<Row, Where>(table: Table<Row, Where>, params: SearchParams): ListState {
  const filters: Record<string, string[]> = {}
  for (const [key, field] of Object.entries<Field<Row, Where>>(table.fields)) {
    const { filter } = field
    if (!filter) continue
    const known = [...new Set(words(params[key]))].filter((value) => allowed(filter, value)).slice(0, 50)
    if (known.length > 0) filters[key] = known
  }
  const wanted = first(params.sort) || table.defaultSort
  const sortKey = wanted.replace(/^-/, '')
  const sortable = table.fields[sortKey]?.sort !== undefined
  const sort = sortable ? wanted : table.defaultSort
  const size = Number(first(params.size))
  const page = Number(first(params.page))
  const chosen = words(params.columns)
  const columns = Object.keys(table.fields).filter(
    (key) => chosen.includes(key) && table.fields[key]?.column !== 'file',
  )
  return {
    // PostgreSQL has no text with a NUL in it.
    search: first(params.q).replaceAll('\0', '').trim().slice(0, 200),
    filters,
    sort: { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    page: Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1,
    size: pageSizes.some((known) => known === size) ? size : defaultPageSize,
    columns: columns.length > 0 ? columns : defaultColumns(table),
    archived: first(params.archived) === 'yes',
    filtersDrawn: first(params.filters) === 'drawn',
  }
}

/** The query string of a state, without what is default; '' or '?…'. The inverse of `parseListState`. */
export function listQuery<Row, Where>(table: Table<Row, Where>, state: ListState): string {
  const params = new URLSearchParams()
  if (state.search) params.set('q', state.search)
  for (const [key, values] of Object.entries(state.filters))
    if (values.length > 0) params.set(key, values.join(','))
  const sort = `${state.sort.descending ? '-' : ''}${state.sort.key}`
  if (sort !== table.defaultSort) params.set('sort', sort)
  if (state.columns.join() !== defaultColumns(table).join()) params.set('columns', state.columns.join(','))
  if (state.archived) params.set('archived', 'yes')
  if (state.size !== defaultPageSize) params.set('size', String(state.size))
  if (state.page > 1) params.set('page', String(state.page))
  const query = params.toString().replaceAll('%2C', ',')
  return query ? `?${query}` : ''
}

/** The database conditions of a state: search and filters, to be ANDed with the actor's scope. */
export function listConditions<Row, Where>(
  table: Table<Row, Where>,
  state: ListState,
  context: FilterContext,
): Where[] {
  const conditions: Where[] = []
  if (state.search && table.search) conditions.push(table.search(literal(state.search)))
  for (const [key, values] of Object.entries(state.filters)) {
    const filter = table.fields[key]?.filter
    if (filter)
      conditions.push(
        filter.where(
          values.map((value) => (value === 'me' ? context.personId : value)),
          context,
        ),
      )
  }
  return conditions
}

/** `orderBy` of a state, with the id last so that pages never overlap. */
export function listOrder<Row, Where>(
  table: Table<Row, Where>,
  state: ListState,
): Record<string, 'asc' | 'desc'>[] {
  const direction = state.sort.descending ? 'desc' : 'asc'
  const columns = table.fields[state.sort.key]?.sort ?? []
  return [
    ...columns.map((column): Record<string, 'asc' | 'desc'> => ({ [column]: direction })),
    { id: direction },
  ]
}

/** `skip` and `take` of a state. */
export function listPage(state: ListState): { skip: number; take: number } {
  return { skip: (state.page - 1) * state.size, take: state.size }
}

/** The label of an option; the value itself when it is unknown. */
export function optionLabel(options: readonly Option[], value: string | null | undefined): string {
  return options.find((option) => option.value === value)?.label ?? value ?? ''
}
