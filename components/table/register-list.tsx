import type { ReactNode } from 'react'
import type { Day } from '#lib/base/days'
import type { SavedView } from '#lib/kernel/saved-views'
import { type ListState, listQuery, type Table } from '#lib/kernel/table'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { DataTable, type RowLooks } from './data-table.tsx'
import type { DirectoryChoices } from './filter-panel.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import type { ViewActions } from './views-menu.tsx'
import './list.css'
import './rows.css'

/** A register's list: toolbar, what narrows it, how many, the rows, the pages. Every register's page is this and a header. */
export function RegisterList<Row extends { id: string }, Where>({
  table,
  state,
  rows,
  total,
  all,
  today,
  directory = {},
  views,
  viewActions,
  empty,
  ...looks
}: RowLooks<Row> & {
  table: Table<Row, Where>
  state: ListState
  rows: readonly Row[]
  /** How many match, and how many there are without search and filters. */
  total: number
  all: number
  today: Day
  directory?: DirectoryChoices
  views: readonly SavedView[]
  viewActions: ViewActions
  /** What an empty register says: what would be here and what to do first. */
  empty: ReactNode
}) {
  if (all === 0 && !state.archived) return empty
  return (
    <div className="list">
      <ListToolbar
        table={table}
        state={state}
        directory={directory}
        views={views}
        viewActions={viewActions}
      />
      <ActiveFilters table={table} state={state} directory={directory} />
      <p className="list-count" role="status">
        {countInWords(table, state, total, all)}
      </p>
      {rows.length > 0 ? (
        <DataTable table={table} state={state} rows={rows} today={today} {...looks} />
      ) : (
        <NothingHere table={table} state={state} total={total} />
      )}
      <Pages table={table} state={state} total={total} />
    </div>
  )
}

function countInWords<Row, Where>(
  table: Table<Row, Where>,
  state: ListState,
  total: number,
  all: number,
): string {
  const name = `${state.archived ? 'archived ' : ''}${all === 1 ? table.one : table.many}`
  const figure = (value: number) => value.toLocaleString('en-US')
  return total === all ? `${figure(all)} ${name}` : `${figure(total)} of ${figure(all)} ${name}`
}

function NothingHere<Row, Where>({
  table,
  state,
  total,
}: {
  table: Table<Row, Where>
  state: ListState
  total: number
}) {
  const to = (change: Partial<ListState>) =>
    `${table.path}${listQuery(table, { ...state, page: 1, ...change })}`
  if (total > 0)
    return (
      <EmptyState
        title="The list ends before this page"
        actions={<ButtonLink href={to({})}>Go to the first page</ButtonLink>}
      />
    )
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  if (!isNarrowed)
    return (
      <EmptyState
        title="Nothing is archived"
        icon="archive"
        actions={<ButtonLink href={to({ archived: false })}>Back to the list</ButtonLink>}
      />
    )
  return (
    <EmptyState
      title={`No ${table.one} matches`}
      icon="search"
      actions={
        <ButtonLink href={to({ search: '', filters: {}, archived: false })}>
          Clear search and filters
        </ButtonLink>
      }
    >
      Take a filter away above, or search for fewer words.
    </EmptyState>
  )
}

function Pages<Row, Where>({
  table,
  state,
  total,
}: {
  table: Table<Row, Where>
  state: ListState
  total: number
}) {
  const { page, size } = state
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1 || page > last) return null
  const to = (target: number) => `${table.path}${listQuery(table, { ...state, page: target })}`
  const figure = (value: number) => value.toLocaleString('en-US')
  return (
    <Pagination
      summary={`${figure((page - 1) * size + 1)}–${figure(Math.min(total, page * size))} of ${figure(total)}`}
      previous={page > 1 ? to(page - 1) : undefined}
      next={page < last ? to(page + 1) : undefined}
    />
  )
}
