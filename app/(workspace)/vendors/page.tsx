import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { count } from '#lib/base/text'
import { countUnmatched } from '#lib/flows/match-vendors'
import { can, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { may } from '#lib/vendors/policy'
import { registerPage } from '#lib/vendors/register-queries'
import { vendorTable } from '#lib/vendors/table'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { dutyStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Vendors' }

export default async function VendorsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('vendor.read')
  const state = parseListState(vendorTable, await searchParams)
  const [page, views, unmatched] = await Promise.all([
    registerPage(actor, state),
    listViews(actor, vendorTable.kind),
    countUnmatched(actor),
  ])
  const query = listQuery(vendorTable, state)
  const mayAdd = may(actor, 'edit')
  const mayImport = canAt(actor, 'vendor.import', [])
  return (
    <>
      <PageHeader
        title="Vendors"
        actions={
          <>
            {can(actor, 'vendor.export') && page.all > 0 ? <ExportMenu kind="vendor" query={query} /> : null}
            {mayImport ? (
              <ButtonLink href="/import/vendor" icon="upload">
                Import
              </ButtonLink>
            ) : null}
            {mayAdd ? (
              <ButtonLink href="/vendors/new" variant="primary" icon="plus">
                <span>
                  Add<span className="wide-only"> vendor</span>
                </span>
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {unmatched > 0 ? (
        <div className="pb-4">
          <Callout
            title={`AI systems name ${count(unmatched, 'vendor')} without a link to this register`}
            actions={
              <ButtonLink href="/vendors/match" size="small">
                Match vendors
              </ButtonLink>
            }
          />
        </div>
      ) : null}
      <RegisterList
        table={vendorTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/vendors/${row.id}`, query)}
        next={(row) => dutyStep(actor, row, row.nextDuty, query)}
        empty={
          <EmptyState
            title="No vendor yet"
            icon="handshake"
            actions={
              <>
                {mayImport ? (
                  <ButtonLink href="/import/vendor" variant="primary" icon="upload">
                    Import a list
                  </ButtonLink>
                ) : null}
                {mayAdd ? (
                  <ButtonLink href="/vendors/new" icon="plus">
                    Add one by hand
                  </ButtonLink>
                ) : null}
              </>
            }
          >
            {mayAdd
              ? 'Start with whoever gets the most patient data: the EHR, then those behind your AI systems.'
              : 'Whose products and services this practice uses will stand here as soon as somebody adds it.'}
          </EmptyState>
        }
      />
    </>
  )
}
