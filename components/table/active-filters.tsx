import { type Field, type ListState, listQuery, type Table } from '#lib/kernel/table'
import { Icon } from '../ui/icon.tsx'
import { choicesOf, type DirectoryChoices } from './filter-panel.tsx'

interface Chip {
  key: string
  label: string
  /** The list without it. */
  query: string
}

/** What narrows the list now, in words; each can be taken away by itself. Printed too: a list without its filters misleads. */
export function ActiveFilters<Row, Where>({
  table,
  state,
  directory,
}: {
  table: Table<Row, Where>
  state: ListState
  directory: DirectoryChoices
}) {
  const without = (change: Partial<ListState>) => listQuery(table, { ...state, page: 1, ...change })
  const chips: Chip[] = []
  if (state.search) chips.push({ key: 'q', label: `Search: ${state.search}`, query: without({ search: '' }) })
  for (const [key, field] of Object.entries<Field<Row, Where>>(table.fields))
    for (const value of state.filters[key] ?? []) {
      const words =
        choicesOf(key, field, directory).find((choice) => choice.value === value)?.label ?? 'Somebody else'
      const rest = { ...state.filters, [key]: state.filters[key]?.filter((other) => other !== value) ?? [] }
      chips.push({
        key: `${key} ${value}`,
        label: `${field.label}: ${words}`,
        query: without({ filters: rest }),
      })
    }
  if (state.archived) chips.push({ key: 'archived', label: 'Archived', query: without({ archived: false }) })
  if (chips.length === 0) return null
  return (
    <ul className="list-chips" aria-label="Active filters">
      {chips.map(({ key, label, query }) => (
        <li key={key}>
          <a href={`${table.path}${query}`} className="chip" aria-label={`Remove ${label}`}>
            {label}
            <Icon name="close" />
          </a>
        </li>
      ))}
      <li>
        <a
          href={`${table.path}${without({ search: '', filters: {}, archived: false })}`}
          className="inline-flex min-h-6 items-center"
        >
          Clear all
        </a>
      </li>
    </ul>
  )
}
