import type { ReactNode } from 'react'
import type { SavedView } from '#lib/kernel/saved-views'
import { type ListState, listQuery, type Table } from '#lib/kernel/table'
import { Dialog } from '../ui/dialog.tsx'
import { OpenDialog } from '../ui/dialog-buttons.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuLine } from '../ui/menu.tsx'
import { ManageViews, SaveViewForm, type ViewAction } from './view-forms.tsx'

/** What the route gives: server actions for saved views, and whether the person may share them. */
export interface ViewActions {
  save: ViewAction
  change: ViewAction
  canShare: boolean
}

/** The saved views of a list: one's own, those shared by others, and the way to keep the present one. */
export function ViewsMenu<Row, Where>({
  table,
  state,
  views,
  actions,
}: {
  table: Table<Row, Where>
  state: ListState
  views: readonly SavedView[]
  actions: ViewActions
}) {
  const query = listQuery(table, { ...state, page: 1 })
  const back = `${table.path}${query}`
  const current = views.find((view) => view.query === query)
  const shared = views.filter((view) => !view.mine)
  const changeable = views.filter((view) => view.mine || actions.canShare)
  const entry = (view: SavedView) => (
    <Entry key={view.id} href={`${table.path}${view.query}`} here={view === current}>
      {view.name}
    </Entry>
  )
  return (
    <>
      <Menu label={current?.name ?? 'Views'} icon="eye">
        <Entry href={table.path} here={query === ''}>
          All {table.many}
        </Entry>
        {views.filter((view) => view.mine).map(entry)}
        {shared.length > 0 ? <p className="menu-group">Shared with everybody</p> : null}
        {shared.map(entry)}
        <MenuLine />
        {query === '' ? (
          <p className="menu-group">Search, filter, sort or choose columns, then save that here as a view.</p>
        ) : (
          <OpenDialog dialog="save-view" menuItem>
            <Icon name="plus" /> Save this view
          </OpenDialog>
        )}
        {changeable.length > 0 ? (
          <OpenDialog dialog="manage-views" menuItem>
            <Icon name="edit" /> Rename or delete
          </OpenDialog>
        ) : null}
      </Menu>
      <Dialog id="save-view" title="Save this view">
        <SaveViewForm
          action={actions.save}
          kind={table.kind}
          query={query}
          back={back}
          canShare={actions.canShare}
        />
      </Dialog>
      <Dialog id="manage-views" title="Rename or delete views">
        <ManageViews action={actions.change} views={changeable} back={back} canShare={actions.canShare} />
      </Dialog>
    </>
  )
}

function Entry({ href, here, children }: { href: string; here: boolean; children: ReactNode }) {
  return (
    <a className="menu-item" href={href} aria-current={here ? 'page' : undefined}>
      {children}
      {here ? <Icon name="check" /> : null}
    </a>
  )
}
