import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { draftOf } from '#lib/people/drafts'
import { riskDuties } from '#lib/risks/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { endAcceptanceAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'edit', ({ title }) => `End the acceptance of ${title}`)
}

export default async function EndAcceptancePage(page: RiskPage) {
  const loaded = await loadRisk(page, 'edit')
  const { actor, risk, from, recordHref } = loaded
  if (risk.archived || !risk.acceptedUntil) notFound()
  const today = todayFor(actor)
  const changes = changesOf(
    riskDuties(risk, today, actor.cadences),
    riskDuties(
      {
        ...risk,
        treatment: risk.treatment === 'accept' ? 'undecided' : risk.treatment,
        acceptedOn: null,
        acceptedUntil: null,
      },
      today,
      actor.cadences,
    ),
  )
  return (
    <DecisionPage
      loaded={loaded}
      title={`End the acceptance of ${risk.title}`}
      lede="For when something is done about it instead. An owner of the practice can accept it again."
    >
      <Consequences says={['The audit trail keeps who accepted it, until when and why.']} changes={changes} />
      <QuestionForm
        action={endAcceptanceAction}
        hidden={{ id: risk.id, version: String(risk.version), from }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 2000, required: true }]}
        draft={await draftOf(actor, `risk/${risk.id}/end-acceptance`)}
        submitLabel="End it"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
