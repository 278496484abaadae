import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { addDays } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { personChoices } from '#lib/people/directory'
import { draftOf } from '#lib/people/drafts'
import { ActionStepForm } from '../../../action-step-form.tsx'
import { saveActionAction } from '../../../actions.ts'
import { DecisionPage } from '../../../decision-page.tsx'
import { loadRisk, type RiskPage, riskTitle } from '../../../load-risk.ts'

type ActionPageProps = RiskPage<{ partId: string }>

export function generateMetadata(page: ActionPageProps): Promise<Metadata> {
  return riskTitle(page, 'keep', ({ title }) => `Action on ${title}`)
}

/** So many days from now an action is due unless somebody says otherwise: within the quarter that high risks get. */
const usualDays = 60

export default async function ActionPage(page: ActionPageProps) {
  const loaded = await loadRisk(page, 'keep')
  const { risk, actor, from, recordHref } = loaded
  const { partId } = await page.params
  const action = risk.steps.find(({ id }) => id === partId)
  if (risk.archived || risk.closedOn || (!action && partId !== 'new') || action?.doneOn) notFound()
  const draft = await draftOf(actor, `risk/${risk.id}/actions/${partId}`)
  const people = await personChoices(actor, {
    stored: [action?.ownerId ?? null, risk.ownerId],
    entered: [draft.kept?.values.ownerId?.[0]],
  })
  return (
    <DecisionPage
      loaded={loaded}
      title={action ? 'Change the action' : 'Plan an action'}
      lede="One step that lowers the risk. It is due from whoever does it, and says in the end what came of it."
    >
      <ActionStepForm
        action={saveActionAction}
        hidden={{ id: risk.id, version: String(risk.version), partId: action?.id ?? '', from }}
        values={{
          title: [action?.title ?? ''],
          ownerId: [action?.ownerId ?? ''],
          dueOn: [action?.dueOn ?? addDays(todayFor(actor), usualDays)],
        }}
        people={people}
        riskOwner={risk.ownerName}
        draftKey={draft.form}
        draft={draft.kept}
        submitLabel={action ? 'Save' : 'Plan it'}
        cancelHref={recordHref}
      />
    </DecisionPage>
  )
}
