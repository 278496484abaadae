import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { may } from '#lib/questionnaires/policy'
import { registerPage } from '#lib/questionnaires/register-queries'
import { questionnaireTable } from '#lib/questionnaires/table'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { rowStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Questionnaires' }

export default async function QuestionnairesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('questionnaire.read')
  const state = parseListState(questionnaireTable, await searchParams)
  const [page, views] = await Promise.all([
    registerPage(actor, state),
    listViews(actor, questionnaireTable.kind),
  ])
  const query = listQuery(questionnaireTable, state)
  const maySend = may(actor, 'send')
  return (
    <>
      <PageHeader
        title="Questionnaires"
        actions={
          <>
            {can(actor, 'questionnaire.export') && page.all > 0 ? (
              <ExportMenu kind="questionnaire" query={query} comesBack={false} />
            ) : null}
            <ButtonLink href="/questionnaires/templates" icon="list">
              Questions
            </ButtonLink>
            {maySend ? (
              <ButtonLink href="/questionnaires/new" variant="primary" icon="plus">
                <span>
                  Send<span className="wide-only"> one</span>
                </span>
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={questionnaireTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/questionnaires/${row.id}`, query)}
        next={(row) => rowStep(actor, row, query)}
        empty={
          <EmptyState
            title="No vendor was asked yet"
            icon="document"
            actions={
              maySend ? (
                <ButtonLink href="/questionnaires/new" variant="primary" icon="plus">
                  Send the first one
                </ButtonLink>
              ) : null
            }
          >
            {maySend
              ? 'Start with the vendor behind the AI that hears or reads the most about patients. It answers by a link, without an account.'
              : 'What vendors answer about how they treat patient data will stand here as soon as somebody asks one.'}
          </EmptyState>
        }
      />
    </>
  )
}
