import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Section } from '#components/ui/section'
import { changesBetween } from '#lib/assessments/changes'
import { may, mayReadWhole } from '#lib/assessments/policy'
import { formatDay, isDay } from '#lib/base/days'
import { type Compared, comparedWithBefore, comparedWithToday } from '#lib/flows/assessment-content'
import { DecisionPage } from '../../decision-page.tsx'
import { type AssessmentPage, assessmentTitle, loadAssessment } from '../../load-assessment.ts'
import { ChangeTables } from './change-tables.tsx'

export function generateMetadata(page: AssessmentPage): Promise<Metadata> {
  return assessmentTitle(page, 'read', ({ title }) => `What changed: ${title}`)
}

function named({ from: { assessment, copy, asOf } }: Compared): string {
  return `${assessment.ref}, copy ${copy?.number ?? 1}, signed as of ${isDay(asOf) ? formatDay(asOf) : asOf}`
}

export default async function ChangesPage(page: AssessmentPage) {
  const loaded = await loadAssessment(page, 'read')
  const { actor, assessment } = loaded
  if (!mayReadWhole(actor, assessment)) notFound()
  const { id, state, successor, archived } = assessment
  const compared = await comparedWithBefore(actor, id)
  // What stands today is held against the newest of a row of signed ones.
  const today = state === 'signed' && !successor ? await comparedWithToday(actor, id) : null
  const since = today ? changesBetween(today.from, today.to) : []
  const changes = compared ? changesBetween(compared.from, compared.to) : []
  return (
    <DecisionPage
      loaded={loaded}
      title="What changed"
      lede={compared && !today ? `Since ${named(compared)}.` : assessment.title}
    >
      {today ? (
        <Section title={`Since it was signed: ${named(today)}`}>
          {since.length > 0 ? (
            <>
              <ChangeTables changes={since} level={3} />
              {may(actor, 'edit', assessment) && !archived ? (
                <p className="actions mt-4">
                  <ButtonLink href={`/assessments/new?again=${id}`}>Start the next</ButtonLink>
                </p>
              ) : null}
            </>
          ) : (
            <Callout tone="ok" title="Everything is still as it was signed." />
          )}
        </Section>
      ) : null}
      {compared && today ? (
        <Section title={`When it was signed: against ${named(compared)}`}>
          <ChangeTables changes={changes} level={3} />
        </Section>
      ) : null}
      {compared && !today ? <ChangeTables changes={changes} level={2} /> : null}
      {compared || today ? null : successor ? (
        <Callout
          title={`${successor.ref} follows it.`}
          actions={
            <ButtonLink href={`/assessments/${successor.id}/changes`}>See what changed there</ButtonLink>
          }
        />
      ) : (
        <Callout title="There is nothing to compare with yet.">
          <p>It is the first of its kind. Once it is signed, what changes after that stands here.</p>
        </Callout>
      )}
    </DecisionPage>
  )
}
