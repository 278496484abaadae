import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { may } from '#lib/controls/policy'
import { registerPage } from '#lib/controls/register-queries'
import { controlTable } from '#lib/controls/table'
import { can, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { dutyStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Controls' }

export default async function ControlsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('control.read')
  const state = parseListState(controlTable, await searchParams)
  const [page, views] = await Promise.all([registerPage(actor, state), listViews(actor, controlTable.kind)])
  const query = listQuery(controlTable, state)
  const mayAdd = may(actor, 'edit')
  const mayImport = canAt(actor, 'control.import', [])
  return (
    <>
      <PageHeader
        title="Controls"
        lede="What this practice does, written down once, for every rule that it answers."
        actions={
          <>
            {can(actor, 'control.export') && page.all > 0 ? (
              <ExportMenu kind="control" query={query} />
            ) : null}
            {mayImport ? (
              <ButtonLink href="/import/control" icon="upload">
                Import
              </ButtonLink>
            ) : null}
            {mayAdd ? (
              <>
                <ButtonLink href="/controls/library" icon="list">
                  <span>
                    Starter<span className="wide-only"> controls</span>
                  </span>
                </ButtonLink>
                <ButtonLink href="/controls/new" variant="primary" icon="plus">
                  <span>
                    Add<span className="wide-only"> control</span>
                  </span>
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={controlTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/controls/${row.id}`, query)}
        next={(row) => dutyStep(actor, row, row.nextDuty, query)}
        empty={
          <EmptyState
            title="No control yet"
            icon="shield"
            actions={
              mayAdd ? (
                <>
                  <ButtonLink href="/controls/library" variant="primary" icon="list">
                    Look at the starter controls
                  </ButtonLink>
                  <ButtonLink href="/controls/new" icon="plus">
                    Add one by hand
                  </ButtonLink>
                </>
              ) : undefined
            }
          >
            {mayAdd
              ? 'Start with the starter controls: most of them describe what you do already. Tick those, then say how far each is.'
              : 'What this practice does about its rules will stand here as soon as somebody writes it down.'}
          </EmptyState>
        }
      />
    </>
  )
}
