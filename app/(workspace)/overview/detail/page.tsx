import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { PageHeader, Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { keptUntilWritten } from '#lib/kernel/kept'
import { requireActor } from '#lib/kernel/require-actor'
import { overviewDetail } from '#lib/overview/detail'
import { duePath } from '#lib/overview/due-table'
import { comparison, headline } from '#lib/overview/sentences'
import { DueByKind, DueBySite, OverdueByAge, OverdueOverTime } from './due-charts.tsx'
import { SystemData, SystemGaps, SystemsByStage } from './system-charts.tsx'
import './detail.css'

export const metadata: Metadata = { title: 'Charts' }

export default async function OverviewDetailPage() {
  const actor = await requireActor('overview.read')
  const { today, due, history, systems, siteNames } = await keptUntilWritten(actor, 'charts', () =>
    overviewDetail(actor),
  )
  const where =
    siteNames === null
      ? actor.practiceName
      : `${listInWords(siteNames)} and what belongs to the whole practice`
  return (
    <div className="report">
      <PageHeader
        crumbs={
          <>
            <Breadcrumbs crumbs={[{ href: '/overview', label: 'Overview' }]} />
            <p className="report-line">
              {where}, {formatDay(today)}
            </p>
          </>
        }
        title={headline(due.all)}
        lede={
          <>
            {comparison(due.all.overdue, history)}{' '}
            {history.quarterAgo ? (
              <a href={`${duePath}?due=overdue&on=${history.quarterAgo.on}`}>The list of that day</a>
            ) : null}
          </>
        }
        actions={
          due.all.overdue > 0 ? (
            <ButtonLink href={`${duePath}?due=overdue`}>See what is overdue</ButtonLink>
          ) : (
            <ButtonLink href={duePath}>See what is due</ButtonLink>
          )
        }
      />
      <Section title="How late">
        <div className="report-pair">
          <OverdueByAge due={due} />
          {history.points.length > 1 ? <OverdueOverTime history={history} today={today} /> : null}
        </div>
      </Section>
      <Section title="What and where">
        <div className="report-pair">
          <Rows count={due.byKind.length}>
            <DueByKind due={due} />
          </Rows>
          <Rows count={due.bySite.length}>
            <DueBySite due={due} />
          </Rows>
        </div>
      </Section>
      <Section title="AI systems">
        <div className="report-pair">
          <SystemsByStage systems={systems} />
          <div className="report-stack">
            <Rows count={3}>
              <SystemGaps systems={systems} />
            </Rows>
            <Rows count={4}>
              <SystemData systems={systems} />
            </Rows>
          </div>
        </div>
      </Section>
    </div>
  )
}

/** Tells the style sheet for paper how many bars lie in a picture. */
function Rows({ count, children }: { count: number; children: ReactNode }) {
  const style: Record<string, number> = { '--rows': count }
  return (
    <div className="report-rows" style={style}>
      {children}
    </div>
  )
}
