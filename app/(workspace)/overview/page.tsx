import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { listInWords } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import { keptUntilWritten } from '#lib/kernel/kept'
import { requireActor } from '#lib/kernel/require-actor'
import { type Overview, overviewFor } from '#lib/overview/overview'
import { AgreementsEnding } from './agreements-ending.tsx'
import { CoverBar } from './cover-bar.tsx'
import { Decisions } from './decisions.tsx'
import { OverdueTables } from './overdue-tables.tsx'
import { PostureList } from './posture-list.tsx'
import './overview.css'

export const metadata: Metadata = { title: 'Overview' }

/** The pictures over time, by site and by stage. */
const chartsPath = '/overview/detail'
/** The gravest risks, and how far the frameworks are answered. */
const risksPath = '/overview/risks'

const isEmpty = ({ systems, vendors, inForce, lapsedGrave, lapsedOther, open }: Overview['numbers']) =>
  systems + vendors + inForce + lapsedGrave + lapsedOther + open === 0

export default async function OverviewPage() {
  const actor = await requireActor('overview.read')
  const overview = await keptUntilWritten(actor, 'overview', () => overviewFor(actor))
  const { today, headline, postures, decisions, siteNames } = overview
  const where =
    siteNames === null
      ? actor.practiceName
      : `${listInWords(siteNames)} and what belongs to the whole practice`
  if (isEmpty(overview.numbers))
    return (
      <>
        <PageHeader title="Overview" lede={where} />
        <EmptyState
          title="There is nothing to count yet"
          icon="trend"
          actions={
            can(actor, 'ai-system.import') ? (
              <ButtonLink href="/import/ai-system" variant="primary" icon="upload">
                Import AI systems
              </ButtonLink>
            ) : null
          }
        >
          As soon as the first AI system is in the register, this page says whether its patient data is
          covered, what is overdue and what waits for a decision.
        </EmptyState>
      </>
    )
  return (
    <div className="one-page">
      <PageHeader
        crumbs={
          <p className="one-page-line">
            {where}, {formatDay(today)} <a href={chartsPath}>All charts</a>{' '}
            <a href={risksPath}>Risks and rules</a>
          </p>
        }
        title={headline}
      />
      <div className="one-page-top">
        <PostureList postures={postures} />
        <div className="one-page-side">
          <Decisions decisions={decisions} />
          <CoverBar numbers={overview.numbers} />
        </div>
      </div>
      <div className="one-page-bottom">
        <AgreementsEnding endings={overview.endings} today={today} />
        <OverdueTables due={overview.due} people={overview.people} />
      </div>
    </div>
  )
}
