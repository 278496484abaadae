import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { can, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { mayKeep } from '#lib/risks/policy'
import { registerPage } from '#lib/risks/register-queries'
import { riskTable } from '#lib/risks/table'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { nextStep } from './next-step.ts'

const scalePath = '/settings/risk-scale'

export const metadata: Metadata = { title: 'Risks' }

export default async function RisksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('risk.read')
  const state = parseListState(riskTable, await searchParams)
  const [page, views] = await Promise.all([registerPage(actor, state), listViews(actor, riskTable.kind)])
  const query = listQuery(riskTable, state)
  const mayAdd = can(actor, 'risk.edit')
  const mayImport = canAt(actor, 'risk.import', [])
  const { people, ...fields } = page.choices
  return (
    <>
      <PageHeader
        title="Risks"
        lede={
          page.all > 0 ? (
            <>
              <a href={`${riskTable.path}/map`}>See them on the map</a>
              {mayAdd ? (
                <>
                  {' · '}
                  <a href={`${riskTable.path}/library`}>Take more from the library</a>
                </>
              ) : null}
              {canAt(actor, 'risk.settings', []) ? (
                <>
                  {' · '}
                  <a href={scalePath}>Scale and limits</a>
                </>
              ) : null}
            </>
          ) : undefined
        }
        actions={
          <>
            {can(actor, 'risk.export') && page.all > 0 ? <ExportMenu kind="risk" query={query} /> : null}
            {mayImport ? (
              <ButtonLink href="/import/risk" icon="upload">
                Import
              </ButtonLink>
            ) : null}
            {mayAdd ? (
              <ButtonLink href="/risks/new" variant="primary" icon="plus">
                <span>
                  Add<span className="wide-only"> risk</span>
                </span>
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={riskTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people, fields }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/risks/${row.id}`, query)}
        next={(row) =>
          nextStep(
            actor,
            { id: row.id, siteIds: row.siteIds, isTheirs: mayKeep(actor, row) },
            row.nextDuty,
            query,
          )
        }
        empty={
          <EmptyState
            title="No risk yet"
            icon="alert"
            actions={
              mayAdd ? (
                <>
                  <ButtonLink href="/risks/library" variant="primary">
                    Pick from the library
                  </ButtonLink>
                  {mayImport ? (
                    <ButtonLink href="/import/risk" icon="upload">
                      Import a list
                    </ButtonLink>
                  ) : null}
                  <ButtonLink href="/risks/new" icon="plus">
                    Add one by hand
                  </ButtonLink>
                </>
              ) : undefined
            }
          >
            {mayAdd
              ? 'Start with the library: about sixty things that go wrong with AI in a practice, in plain words. Take those that fit, name an owner, and score them.'
              : 'What could go wrong will stand here as soon as somebody writes it down.'}
          </EmptyState>
        }
      />
    </>
  )
}
