import type { Metadata } from 'next'
import { BarTable } from '#components/chart/bar-table'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { PageHeader, Section } from '#components/ui/section'
import { assessmentTable } from '#lib/assessments/table'
import { formatDay } from '#lib/base/days'
import { count, listInWords } from '#lib/base/text'
import { type CoveredFramework, coverageOf, coverageOfAll } from '#lib/flows/framework-coverage'
import { keptUntilWritten } from '#lib/kernel/kept'
import { requireActor } from '#lib/kernel/require-actor'
import { rowsAt } from '#lib/overview/posture-area'
import { dueAssessments, endingAcceptances, riskOverview } from '#lib/overview/risk-overview'
import { riskTable } from '#lib/risks/table'
import { frameworkHref } from '../../frameworks/addresses.ts'
import { EndingList } from './ending-list.tsx'
import { FunctionCoverage } from './function-coverage.tsx'
import { TopRiskTable } from './top-risk-table.tsx'
import '../../../../components/table/rows.css'
import '../detail/detail.css'
import './risks.css'

/** Every requirement without a working control, the gravest first. */
const gapsPath = '/frameworks/gaps'

export const metadata: Metadata = { title: 'Risks and rules' }

export default async function RiskOverviewPage() {
  const actor = await requireActor('overview.read')
  const { found, functions, frameworks } = await keptUntilWritten(actor, 'risks and rules', async () => ({
    found: await riskOverview(actor),
    functions: await coverageOf(actor, 'nist-ai-rmf'),
    frameworks: await coverageOfAll(actor),
  }))
  const { today, numbers, top, acceptances, assessments, siteNames } = found
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
        title={headline(numbers.risksOpen, numbers.risksBeyond)}
        actions={<ButtonLink href="/risks/map">See the map of risks</ButtonLink>}
      />
      <Section title="The gravest risks">
        <TopRiskTable top={top} total={numbers.risksOpen} unscored={numbers.risksUnscored} />
      </Section>
      {functions ? (
        <Section
          title="NIST AI RMF by function"
          lede="Of each function’s requirements, how many have a control in place. It counts what is written down here, and is no verdict on the practice."
        >
          <FunctionCoverage coverage={functions} />
        </Section>
      ) : null}
      <Section title="What comes next">
        <div className="report-pair">
          <EndingList
            ending={acceptances}
            title={`${count(acceptances.total, 'acceptance')} ended or ${acceptances.total === 1 ? 'ends' : 'end'} within 30 days`}
            path={riskTable.path}
            href={rowsAt(riskTable.path)(endingAcceptances)}
            by="Accepted by"
            today={today}
          />
          <EndingList
            ending={assessments}
            title={`${count(assessments.total, 'assessment')} ${assessments.total === 1 ? 'is' : 'are'} overdue or due within 30 days`}
            path={assessmentTable.path}
            href={rowsAt(assessmentTable.path)(dueAssessments)}
            by="Owner"
            today={today}
          />
        </div>
      </Section>
      <Section title="Requirements without a control">
        <BarTable {...withoutControl(frameworks)} valueLabel="Without a control" tone="attention" />
        <p className="text-muted">
          <a href={gapsPath}>All of them in order of harm</a>
        </p>
      </Section>
    </div>
  )
}

function headline(open: number, beyond: number): string {
  if (open === 0) return 'No risk is in the register'
  const risks = `${count(open, 'risk')} ${open === 1 ? 'is' : 'are'} open`
  if (beyond === 0) return `${risks}, none beyond what the practice accepts`
  return `${risks}, ${beyond.toLocaleString('en-US')} beyond what the practice accepts`
}

function withoutControl(frameworks: readonly CoveredFramework[]) {
  const open = frameworks
    .filter(({ followed, counts }) => followed && counts.none > 0)
    .toSorted((a, b) => b.counts.none - a.counts.none)
  const all = open.reduce((sum, { counts }) => sum + counts.none, 0)
  return {
    title:
      all === 0
        ? 'Every requirement that the practice follows has a control'
        : `${count(all, 'requirement')} of what the practice follows ${all === 1 ? 'has' : 'have'} no control`,
    categoryLabel: 'Framework',
    rows: open.map(({ key, shortName, counts }) => ({
      label: shortName,
      href: `${frameworkHref(key)}?show=none`,
      value: counts.none,
    })),
  }
}
