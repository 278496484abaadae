import type { SavedView } from '#lib/kernel/saved-views'
import { type ListState, listQuery, type Table } from '#lib/kernel/table'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { DisplayPanel } from './display-panel.tsx'
import { type DirectoryChoices, FilterPanel } from './filter-panel.tsx'
import { SearchField } from './search-field.tsx'
import { type ViewActions, ViewsMenu } from './views-menu.tsx'

/** What the display panel asks about; all else (but the page) is asked by search and filters. */
const displayNames = ['sort', 'size', 'columns']

/** Search, filters, columns and saved views of a list. Everything is a GET form or a link: the address says it all. */
export function ListToolbar<Row, Where>({
  table,
  state,
  directory,
  views,
  viewActions,
}: {
  table: Table<Row, Where>
  state: ListState
  directory: DirectoryChoices
  views: readonly SavedView[]
  viewActions: ViewActions
}) {
  const stated = [...new URLSearchParams(listQuery(table, { ...state, page: 1 }))]
  return (
    <div className="toolbar list-toolbar">
      <form action={table.path} role="search" className="list-find">
        <Kept stated={stated.filter(([name]) => displayNames.includes(name))} />
        <div className="list-search">
          <SearchField label={`Search ${table.many}`} hint={table.searchHint} value={state.search} />
          <button type="submit" className={`${buttonClass({})} btn-icon`} aria-label="Search">
            <Icon name="search" />
          </button>
        </div>
        <FilterPanel table={table} state={state} directory={directory} />
      </form>
      <form action={table.path}>
        <Kept stated={stated.filter(([name]) => !displayNames.includes(name))} />
        <DisplayPanel table={table} state={state} />
      </form>
      <ViewsMenu table={table} state={state} views={views} actions={viewActions} />
    </div>
  )
}

/** The part of the list's state that a form does not ask about, carried along. */
function Kept({ stated }: { stated: readonly [name: string, value: string][] }) {
  return stated.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
