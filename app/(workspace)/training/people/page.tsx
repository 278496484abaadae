import type { Metadata } from 'next'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Menu, MenuLink } from '#components/ui/menu'
import { Pagination } from '#components/ui/pagination'
import { PageHeader } from '#components/ui/section'
import type { Day } from '#lib/base/days'
import { can } from '#lib/kernel/access'
import { keptUntilWritten } from '#lib/kernel/kept'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { trainingNow } from '#lib/training/completion'
import {
  type MatrixQuery,
  matrixHref,
  neighbours,
  pageSize,
  parseMatrixQuery,
} from '#lib/training/matrix-filter'
import { type MatrixPage, matrixPage } from '#lib/training/matrix-queries'
import { trainingSites } from '#lib/training/matrix-sites'
import { peopleSentence } from '#lib/training/open-now'
import { CompletionBySite, CompletionOverTime } from './completion.tsx'
import { Matrix } from './matrix.tsx'
import { marksOf } from './matrix-marks.ts'
import { MatrixTools } from './matrix-tools.tsx'
import { StateLegend } from './state-mark.tsx'
import './people.css'

export const metadata: Metadata = { title: 'Training of people' }

export default async function TrainingPeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('training.read')
  const today = todayFor(actor)
  const query = parseMatrixQuery(await searchParams, today)
  const [page, training, sites] = await Promise.all([
    matrixPage(actor, query),
    keptUntilWritten(actor, 'training-now', () => trainingNow(actor)),
    trainingSites(actor),
  ])
  const { late } = training.people
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[{ href: '/training', label: 'Training' }]} />}
        title={peopleSentence(training.people)}
        lede={
          late > 0 ? (
            <a href={matrixHref({ state: 'late', sort: 'late' }, today)}>Who is late, and how often</a>
          ) : undefined
        }
        actions={can(actor, 'training.export') && page.oldest ? <ExportDone /> : null}
      />
      {page.oldest === null ? (
        <EmptyState
          title="No training yet"
          icon="people"
          actions={<ButtonLink href="/training">To the campaigns</ButtonLink>}
        >
          As soon as a campaign opens, everybody it is for stands here with what they have signed.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-6">
          <MatrixTools query={query} today={today} sites={sites} />
          <p className="list-count" role="status">
            {page.total.toLocaleString('en-US')} {page.total === 1 ? 'person' : 'people'}
          </p>
          {page.rows.length > 0 ? (
            <>
              <Older page={page} query={query} today={today} />
              <Matrix marks={marksOf(page)} />
              <StateLegend />
            </>
          ) : (
            <EmptyState
              title="Nobody matches"
              icon="search"
              actions={<ButtonLink href={matrixHref({}, today)}>Clear search and filters</ButtonLink>}
            >
              Take a filter away above, or search for fewer words.
            </EmptyState>
          )}
          <Pages query={query} total={page.total} today={today} />
          <div className="matrix-pair">
            <CompletionOverTime training={training} today={today} />
            <CompletionBySite training={training} today={today} />
          </div>
        </div>
      )}
    </>
  )
}

function ExportDone() {
  return (
    <Menu label="Export" icon="download">
      <p className="menu-group">Who did what, one row each</p>
      <MenuLink href="/export/training?format=xlsx">Excel (XLSX)</MenuLink>
      <MenuLink href="/export/training?format=csv">CSV</MenuLink>
    </Menu>
  )
}

function Older({ page, query, today }: { page: MatrixPage; query: MatrixQuery; today: Day }) {
  const { newer, older } = neighbours(query, today, page.oldest)
  if (!newer && !older) return null
  return (
    <nav className="matrix-older" aria-label="Quarters">
      {newer ? (
        <ButtonLink href={matrixHref({ ...query, until: newer }, today)} size="small" icon="arrowLeft">
          Newer quarters
        </ButtonLink>
      ) : null}
      {older ? (
        <ButtonLink href={matrixHref({ ...query, until: older }, today)} size="small" icon="arrowRight">
          Older quarters
        </ButtonLink>
      ) : null}
    </nav>
  )
}

function Pages({ query, total, today }: { query: MatrixQuery; total: number; today: Day }) {
  const last = Math.max(1, Math.ceil(total / pageSize))
  const { page } = query
  if (last === 1 || page > last) return null
  const to = (target: number) => matrixHref({ ...query, page: target }, today)
  const figure = (value: number) => value.toLocaleString('en-US')
  return (
    <Pagination
      summary={`${figure((page - 1) * pageSize + 1)}–${figure(Math.min(total, page * pageSize))} of ${figure(total)}`}
      previous={page > 1 ? to(page - 1) : undefined}
      next={page < last ? to(page + 1) : undefined}
    />
  )
}
