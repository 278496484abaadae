import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { may, mayKeep } from '#lib/agreements/policy'
import { registerPage } from '#lib/agreements/register-queries'
import { agreementTable } from '#lib/agreements/table'
import { can, canAt } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { nextStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Agreements' }

export default async function AgreementsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('agreement.read')
  const state = parseListState(agreementTable, await searchParams)
  const [page, views] = await Promise.all([registerPage(actor, state), listViews(actor, agreementTable.kind)])
  const query = listQuery(agreementTable, state)
  const mayAdd = may(actor, 'edit')
  const mayImport = canAt(actor, 'agreement.import', [])
  return (
    <>
      <PageHeader
        title="Agreements"
        actions={
          <>
            {can(actor, 'agreement.export') && page.all > 0 ? (
              <ExportMenu kind="agreement" query={query} />
            ) : null}
            {mayImport ? (
              <ButtonLink href="/import/agreement" icon="upload">
                Import
              </ButtonLink>
            ) : null}
            {mayAdd ? (
              <ButtonLink href="/agreements/new" variant="primary" icon="plus">
                <span>
                  Add<span className="wide-only"> agreement</span>
                </span>
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={agreementTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/agreements/${row.id}`, query)}
        next={(row) => nextStep(actor, { id: row.id, isTheirs: mayKeep(actor, row) }, row.nextDuty, query)}
        empty={
          <EmptyState
            title="No agreement yet"
            icon="document"
            actions={
              <>
                {mayImport ? (
                  <ButtonLink href="/import/agreement" variant="primary" icon="upload">
                    Import a list
                  </ButtonLink>
                ) : null}
                {mayAdd ? (
                  <ButtonLink href="/agreements/new" icon="plus">
                    Add one by hand
                  </ButtonLink>
                ) : null}
              </>
            }
          >
            {mayAdd
              ? 'Start with the business associate agreements of whoever gets patient data: without one, the data may not flow.'
              : 'Contracts and business associate agreements will stand here as soon as somebody adds them.'}
          </EmptyState>
        }
      />
    </>
  )
}
