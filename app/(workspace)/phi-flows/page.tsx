import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { flowRegisterPage } from '#lib/ai-systems/flow-queries'
import { type FlowRow, flowTable } from '#lib/ai-systems/flow-table'
import { identifierCount, methodName } from '#lib/ai-systems/flow-words'
import { isDescribed } from '#lib/ai-systems/life-cycle'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, optionLabel, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { identifiers } from '#lib/law/identifiers'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'

export const metadata: Metadata = { title: 'Patient data' }

function systemName(row: FlowRow) {
  return (
    <a href={`/ai-systems/${row.systemId}`} className="cell-text">
      {row.systemName}
    </a>
  )
}

function namedIdentifiers(row: FlowRow) {
  const named = row.identifiers.map((value) => optionLabel(identifiers, value)).join('; ')
  return <span title={named || undefined}>{identifierCount(row)}</span>
}

function method(row: FlowRow) {
  return methodName(row.deidentification)
}

const hrefOf = (row: FlowRow) => `/ai-systems/${row.systemId}/flows/${row.id}`

export default async function PhiFlowsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('phi-flow.read')
  const state = parseListState(flowTable, await searchParams)
  const [page, views] = await Promise.all([flowRegisterPage(actor, state), listViews(actor, flowTable.kind)])
  const query = listQuery(flowTable, state)
  const mayEdit = can(actor, 'phi-flow.edit')
  const mayImport = can(actor, 'phi-flow.import')
  return (
    <>
      <PageHeader
        title="Patient data"
        lede="Every stream of patient data into an AI system: what, what for, and where it goes."
        actions={
          <>
            {can(actor, 'phi-flow.export') && page.all > 0 ? (
              <ExportMenu kind="phi-flow" query={query} />
            ) : null}
            {mayImport ? (
              <ButtonLink href="/import/phi-flow" icon="upload">
                Import
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={flowTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={hrefOf}
        cells={{ systemName, identifiers: namedIdentifiers, deidentification: method }}
        next={(row) =>
          mayEdit && !row.archived && !isDescribed(row) ? { label: 'Complete it', href: hrefOf(row) } : null
        }
        empty={
          <EmptyState
            title="No patient data flow is described yet"
            icon="flow"
            actions={
              <ButtonLink href="/ai-systems" variant="primary">
                Choose an AI system
              </ButtonLink>
            }
          >
            A flow belongs to an AI system: open the one that sees the most patient data, and describe what
            goes in.
          </EmptyState>
        }
      />
    </>
  )
}
