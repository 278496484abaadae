import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { changesBetween, topics } from '#lib/assessments/changes'
import { mayReadWhole } from '#lib/assessments/policy'
import { formatDay, isDay } from '#lib/base/days'
import { comparedWithBefore } from '#lib/flows/assessment-content'
import { DecisionPage } from '../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import '../../assessments.css'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ title }) => `What changed: ${title}`)
}

export default async function ChangesPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'read')
  const { actor, assessment } = loaded
  if (!mayReadWhole(actor, assessment)) notFound()
  const compared = await comparedWithBefore(actor, assessment.id)
  const changes = compared ? changesBetween(compared.from, compared.to) : []
  const before = compared?.from
  const asOf = before && isDay(before.asOf) ? formatDay(before.asOf) : ''
  return (
    <DecisionPage
      loaded={loaded}
      title="What changed"
      lede={
        before
          ? `Since ${before.assessment.ref}, copy ${before.copy?.number ?? 1}, signed as of ${asOf}.`
          : assessment.title
      }
    >
      {before ? null : (
        <Callout title="There is nothing to compare with yet.">
          <p>Once it is signed, the next one shows here what is not as it was.</p>
        </Callout>
      )}
      {before && changes.length === 0 ? <Callout tone="ok" title="Nothing changed since then." /> : null}
      {[...Map.groupBy(changes, ({ topic }) => topic)].map(([topic, all]) => (
        <Section key={topic} title={`${topics[topic]} (${all.length})`}>
          <dl className="changes-list">
            {all.map(({ what, from, to }) => (
              <div key={`${what} ${from} ${to}`}>
                <dt>{what}</dt>
                <dd>
                  <span className="text-muted">Was: </span>
                  {from}
                </dd>
                <dd>
                  <span className="text-muted">Is: </span>
                  {to}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </DecisionPage>
  )
}
