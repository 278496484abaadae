import type { Metadata } from 'next'
import { changesOf } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { riskDuties } from '#lib/risks/due'
import { Consequences } from '../../../decision-frame.tsx'
import { QuestionForm } from '../../../question-form.tsx'
import { archiveAction, restoreAction } from '../../actions.ts'
import { DecisionPage } from '../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../load-risk.ts'

export function generateMetadata(page: RiskPage): Promise<Metadata> {
  return riskTitle(page, 'archive', ({ title, archived }) => `${archived ? 'Restore' : 'Archive'} ${title}`)
}

export default async function ArchivePage(page: RiskPage) {
  const loaded = await loadRisk(page, 'archive')
  const { actor, risk, from, recordHref } = loaded
  const duties = (archived: boolean) => riskDuties({ ...risk, archived }, todayFor(actor), actor.cadences)
  const changes = changesOf(duties(risk.archived), duties(!risk.archived))
  const hidden = { id: risk.id, version: String(risk.version), from }
  if (risk.archived)
    return (
      <DecisionPage loaded={loaded} title={`Restore ${risk.title}`}>
        <Consequences says={['It comes back to the register and counts again.']} changes={changes} />
        <QuestionForm
          action={restoreAction}
          hidden={hidden}
          questions={[]}
          submitLabel="Restore"
          cancelHref={recordHref}
        />
      </DecisionPage>
    )
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${risk.title}`}
      lede="For what was entered by mistake or twice. What is over is closed instead."
    >
      <Consequences
        says={['It leaves the register and all counts. Nothing is deleted: it can be restored.']}
        changes={changes}
      />
      <QuestionForm
        action={archiveAction}
        hidden={hidden}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive"
        danger
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
