import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDay } from '#lib/base/days'
import { dueAfter } from '#lib/kernel/cadence'
import { withReturn } from '#lib/kernel/list-return'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { reviewCadence } from '#lib/risks/due'
import { QuestionForm } from '../../../question-form.tsx'
import { reviewAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'keep', ({ title }) => `Look again at ${title}`)
}

export default async function ReviewPage(page: RiskPage) {
  const loaded = await loadRisk(page, 'keep')
  const { actor, risk, from, recordHref } = loaded
  if (risk.archived || risk.closedOn) notFound()
  const today = todayFor(actor)
  const next = dueAfter(today, reviewCadence(risk.reviewEveryMonths), {})
  return (
    <DecisionPage
      loaded={loaded}
      title={`Look again at ${risk.title}`}
      lede={
        <>
          For when the scores still hold; the next look is then due on {formatDay(next)}. Where they do not,{' '}
          <a href={withReturn(`/risks/${risk.id}/score`, from)}>score it anew</a>, which counts as a look too.
        </>
      }
    >
      <QuestionForm
        action={reviewAction}
        hidden={{ id: risk.id, version: String(risk.version), from }}
        questions={[
          { as: 'day', name: 'on', label: 'Looked at on', value: today, latest: today, required: true },
          { as: 'text', name: 'note', label: 'What did you find?', limit: 2000 },
        ]}
        draft={await draftOf(actor, `risk/${risk.id}/review`)}
        submitLabel="Record it"
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
