import { type Field, type ListState, listQuery, type Table } from '#lib/kernel/table'
import { FilterChoices, type FilterGroup } from './filter-choices.tsx'
import { Panel } from './panel.tsx'

/** A value that a filter offers, with the words for it. */
export interface Choice {
  value: string
  label: string
}

/** The directory's part of the filters: people and sites that can be chosen in this list. */
export interface DirectoryChoices {
  people?: readonly Choice[] | undefined
  sites?: readonly Choice[] | undefined
  /** Other records that a filter of ids names, by the field's key. */
  fields?: Readonly<Record<string, readonly Choice[]>> | undefined
}

const anybody: readonly Choice[] = [
  { value: 'me', label: 'Me' },
  { value: 'none', label: 'Nobody' },
]

/** What a field's filter offers, from the same declaration that reads it from the URL. */
export function choicesOf<Row, Where>(
  key: string,
  field: Field<Row, Where>,
  directory: DirectoryChoices,
): readonly Choice[] {
  const { filter } = field
  if (filter?.by === 'person') return [...anybody, ...(directory.people ?? [])]
  if (filter?.by === 'site') return directory.fields?.[key] ?? directory.sites ?? []
  return filter?.options ?? []
}

/** The filters of a list: those of the usual columns first, the rest on demand. Ticks of one question widen, questions narrow. */
export function FilterPanel<Row, Where>({
  table,
  state,
  directory,
}: {
  table: Table<Row, Where>
  state: ListState
  directory: DirectoryChoices
}) {
  const usual: FilterGroup[] = []
  const others: FilterGroup[] = []
  for (const [name, field] of Object.entries<Field<Row, Where>>(table.fields)) {
    const choices = choicesOf(name, field, directory).map(({ value, label }) => [value, label] as const)
    if (choices.length < 2 && (state.filters[name]?.length ?? 0) === 0) continue
    const isUsual = field.column === undefined || field.column === 'shown'
    const group = { name, label: field.label, choices, chosen: state.filters[name] ?? [] }
    ;(isUsual ? usual : others).push(group)
  }
  const query = listQuery(table, state)
  const chosen = Object.values(state.filters).reduce((sum, values) => sum + values.length, 0)
  return (
    <Panel label="Filters" icon="filter" count={chosen + (state.archived ? 1 : 0)} stateKey={query} wide>
      <FilterChoices usual={usual} others={others} drawn={state.filtersDrawn} />
      {state.filtersDrawn ? null : (
        <noscript>
          <a href={`${table.path}${query ? `${query}&` : '?'}filters=drawn`}>Load the choices</a>
        </noscript>
      )}
      <label className="choice filter-archived">
        <input type="checkbox" name="archived" value="yes" defaultChecked={state.archived} />
        Show what is archived instead
      </label>
    </Panel>
  )
}
