import { type Field, type ListState, listQuery, type Table } from '#lib/kernel/table'
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
}

const anybody: readonly Choice[] = [
  { value: 'me', label: 'Me' },
  { value: 'none', label: 'Nobody' },
]

/** What a field's filter offers, from the same declaration that reads it from the URL. */
export function choicesOf<Row, Where>(
  field: Field<Row, Where>,
  directory: DirectoryChoices,
): readonly Choice[] {
  const { filter } = field
  if (filter?.by === 'person') return [...anybody, ...(directory.people ?? [])]
  if (filter?.by === 'site') return directory.sites ?? []
  return filter?.options ?? []
}

type Offered<Row, Where> = [key: string, field: Field<Row, Where>]

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
  const offered = Object.entries<Field<Row, Where>>(table.fields).filter(
    ([, field]) => field.filter !== undefined && choicesOf(field, directory).length > 1,
  )
  const [usual, others] = [
    offered.filter(([, field]) => field.column === undefined || field.column === 'shown'),
    offered.filter(([, field]) => field.column !== undefined && field.column !== 'shown'),
  ]
  const chosen = Object.values(state.filters).reduce((sum, values) => sum + values.length, 0)
  const group = ([key, field]: Offered<Row, Where>) => (
    <FilterGroup
      key={key}
      name={key}
      label={field.label}
      choices={choicesOf(field, directory)}
      chosen={state.filters[key] ?? []}
    />
  )
  return (
    <Panel
      label="Filters"
      icon="filter"
      count={chosen + (state.archived ? 1 : 0)}
      stateKey={listQuery(table, state)}
      wide
    >
      <div className="filter-groups">{usual.map(group)}</div>
      {others.length > 0 ? (
        <details className="filter-more" open={others.some(([key]) => state.filters[key] !== undefined)}>
          <summary>More filters</summary>
          <div className="filter-groups">{others.map(group)}</div>
        </details>
      ) : null}
      <label className="choice filter-archived">
        <input type="checkbox" name="archived" value="yes" defaultChecked={state.archived} />
        Show what is archived instead
      </label>
    </Panel>
  )
}

function FilterGroup({
  name,
  label,
  choices,
  chosen,
}: {
  name: string
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
}) {
  return (
    <fieldset className="filter-group">
      <legend>{label}</legend>
      <div className="filter-values">
        {choices.map(({ value, label: words }) => (
          <label key={value} className="choice">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
