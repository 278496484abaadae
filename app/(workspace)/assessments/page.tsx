import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { answersFor } from '#lib/assessments/policy'
import { registerPage } from '#lib/assessments/register-queries'
import { assessmentTable } from '#lib/assessments/table'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { nextStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Assessments' }

export default async function AssessmentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('assessment.read')
  const state = parseListState(assessmentTable, await searchParams)
  const [page, views] = await Promise.all([
    registerPage(actor, state),
    listViews(actor, assessmentTable.kind),
  ])
  const query = listQuery(assessmentTable, state)
  const mayStart = can(actor, 'assessment.edit')
  return (
    <>
      <PageHeader
        title="Assessments"
        actions={
          <>
            {can(actor, 'assessment.export') && page.all > 0 ? (
              <ExportMenu kind="assessment" query={query} comesBack={false} />
            ) : null}
            {mayStart ? (
              <ButtonLink href="/assessments/new" variant="primary" icon="plus">
                <span>
                  Start<span className="wide-only"> an assessment</span>
                </span>
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={assessmentTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/assessments/${row.id}`, query)}
        next={(row) =>
          nextStep(
            actor,
            {
              ...row,
              hasOwner: row.ownerId !== null,
              isTheirs: answersFor(actor, row),
              isAnswered: row.asked > 0 && row.answered >= row.asked,
            },
            row.nextDuty,
            query,
          )
        }
        empty={
          <EmptyState
            title="Nothing was assessed yet"
            icon="shield"
            actions={
              mayStart ? (
                <ButtonLink href="/assessments/new" variant="primary" icon="plus">
                  Start the first one
                </ButtonLink>
              ) : null
            }
          >
            {mayStart
              ? 'Begin with the security risk analysis of the practice, or with the AI system that gets the most patient data.'
              : 'What was assessed here will stand in this list, with how far it is and who signed it.'}
          </EmptyState>
        }
      />
    </>
  )
}
