import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { registerPage } from '#lib/ai-systems/register-queries'
import { systemTable } from '#lib/ai-systems/table'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { dutyStep } from './next-step.ts'

export const metadata: Metadata = { title: 'AI systems' }

export default async function AiSystemsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('workspace.enter')
  if (!can(actor, 'ai-system.read')) redirect('/ai-systems/tools')
  const state = parseListState(systemTable, await searchParams)
  const [page, views] = await Promise.all([registerPage(actor, state), listViews(actor, systemTable.kind)])
  const today = todayFor(actor)
  const query = listQuery(systemTable, state)
  const mayAdd = can(actor, 'ai-system.edit')
  const mayImport = can(actor, 'ai-system.import')
  return (
    <>
      <PageHeader
        title="AI systems"
        lede={
          mayAdd && page.rows.some(({ ownerId, archived }) => ownerId === null && !archived) ? (
            <>
              Some have no owner.{' '}
              <a href={`${systemTable.path}/owners${query}`}>Name owners for many at once</a>
            </>
          ) : undefined
        }
        actions={
          <>
            {can(actor, 'ai-system.export') && page.all > 0 ? (
              <ExportMenu kind="ai-system" query={query} />
            ) : null}
            {mayImport ? (
              <ButtonLink href="/import/ai-system" icon="upload">
                Import
              </ButtonLink>
            ) : null}
            {mayAdd ? (
              <ButtonLink href="/ai-systems/new" variant="primary" icon="plus">
                <span>
                  Add<span className="wide-only"> AI system</span>
                </span>
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={systemTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={today}
        directory={{ people: page.people, sites: page.sites }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/ai-systems/${row.id}`, query)}
        next={(row) => dutyStep(actor, row, row.nextDuty?.key, query)}
        empty={
          <EmptyState
            title="No AI system yet"
            icon="cpu"
            actions={
              <>
                {mayImport ? (
                  <ButtonLink href="/import/ai-system" variant="primary" icon="upload">
                    Import a list
                  </ButtonLink>
                ) : null}
                {mayAdd ? (
                  <ButtonLink href="/ai-systems/new" icon="plus">
                    Add one by hand
                  </ButtonLink>
                ) : null}
                {page.archived > 0 ? (
                  <ButtonLink
                    href={`${systemTable.path}${listQuery(systemTable, { ...state, archived: true })}`}
                  >
                    Show what is archived ({page.archived.toLocaleString('en-US')})
                  </ButtonLink>
                ) : null}
              </>
            }
          >
            {mayImport
              ? 'Bring in the spreadsheet you have, or add the first one by hand: start with the tool that hears or reads the most patient data.'
              : 'What this practice uses will stand here as soon as somebody adds it.'}
          </EmptyState>
        }
      />
    </>
  )
}
