import type { Metadata } from 'next'
import { RegisterList } from '#components/table/register-list'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { may } from '#lib/courses/policy'
import { registerPage } from '#lib/courses/register-queries'
import { courseTable } from '#lib/courses/table'
import { can } from '#lib/kernel/access'
import { withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { listViews } from '#lib/kernel/saved-views'
import { listQuery, parseListState, type SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { ExportMenu } from '../export-menu.tsx'
import { changeViewAction, saveViewAction } from '../saved-view-actions.ts'
import { dutyStep } from './next-step.ts'

export const metadata: Metadata = { title: 'Courses' }

export default async function CoursesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('course.read')
  const state = parseListState(courseTable, await searchParams)
  const [page, views] = await Promise.all([registerPage(actor, state), listViews(actor, courseTable.kind)])
  const query = listQuery(courseTable, state)
  const mayAdd = may(actor, 'edit')
  return (
    <>
      <PageHeader
        title="Courses"
        lede="What people here are taught. What was published stays as it was, for those who signed it."
        actions={
          <>
            {can(actor, 'course.export') && page.all > 0 ? <ExportMenu kind="course" query={query} /> : null}
            {mayAdd ? (
              <>
                <ButtonLink href="/courses/library" icon="list">
                  <span>
                    Starter<span className="wide-only"> lessons</span>
                  </span>
                </ButtonLink>
                <ButtonLink href="/courses/new" variant="primary" icon="plus">
                  <span>
                    Add<span className="wide-only"> course</span>
                  </span>
                </ButtonLink>
              </>
            ) : null}
          </>
        }
      />
      <RegisterList
        table={courseTable}
        state={state}
        rows={page.rows}
        total={page.total}
        all={page.all}
        today={todayFor(actor)}
        directory={{ people: page.people }}
        views={views}
        viewActions={{ save: saveViewAction, change: changeViewAction, canShare: can(actor, 'view.share') }}
        href={(row) => withReturn(`/courses/${row.id}`, query)}
        next={(row) => dutyStep(actor, row, row.nextDuty, query)}
        empty={
          <EmptyState
            title="No course yet"
            icon="document"
            actions={
              mayAdd ? (
                <>
                  <ButtonLink href="/courses/library" variant="primary" icon="list">
                    Look at the starter lessons
                  </ButtonLink>
                  <ButtonLink href="/courses/new" icon="plus">
                    Write one yourself
                  </ButtonLink>
                </>
              ) : undefined
            }
          >
            {mayAdd
              ? 'Start with the starter lessons: they are ready to teach, in English and Spanish. Change any of them to fit how you work.'
              : 'What people here are taught will stand here as soon as somebody adds it.'}
          </EmptyState>
        }
      />
    </>
  )
}
