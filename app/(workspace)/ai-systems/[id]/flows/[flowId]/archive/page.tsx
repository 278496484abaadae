import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dutyChanges } from '#lib/ai-systems/consequences'
import { isIdentifiable } from '#lib/ai-systems/tier'
import { shorten } from '#lib/base/text'
import { withReturn } from '#lib/kernel/list-return'
import { Consequences } from '../../../../../decision-frame.tsx'
import { QuestionForm } from '../../../../../question-form.tsx'
import { DecisionPage } from '../../../../decision-page.tsx'
import { archiveFlowAction } from '../../../../flow-actions.ts'
import { type FlowPage, flowTitle, loadFlow } from '../load-flow.ts'

export function generateMetadata(page: FlowPage): Promise<Metadata> {
  return flowTitle(page, 'Archive: ')
}

export default async function ArchiveFlowPage(page: FlowPage) {
  const { loaded, flow, mayArchive } = await loadFlow(page)
  if (!mayArchive) notFound()
  const { actor, system, from } = loaded
  const others = system.flows.filter((other) => other.id !== flow.id)
  return (
    <DecisionPage
      loaded={loaded}
      title={`Archive ${flow.ref}: ${shorten(flow.purpose, 80)}`}
      lede="For data that no longer goes in, or that never did."
    >
      <Consequences
        says={[
          others.length === 0
            ? 'It is the last flow of this system: nothing will say any more which patient data goes in.'
            : `It leaves the list; ${others.length} of ${system.flows.length} flows of this system remain.`,
          ...(isIdentifiable(flow) && !others.some(isIdentifiable)
            ? ['No other flow carries data from which patients can be told apart: the risk tier may fall.']
            : []),
          'It cannot be restored; its history stays.',
        ]}
        changes={dutyChanges(system, { flows: others }, actor.cadences)}
      />
      <QuestionForm
        action={archiveFlowAction}
        hidden={{ id: flow.id, version: String(flow.version), from }}
        questions={[{ as: 'text', name: 'reason', label: 'Why?', limit: 1000, required: true }]}
        submitLabel="Archive the flow"
        danger
        cancelHref={withReturn(`/ai-systems/${system.id}/flows/${flow.id}`, from)}
      />
    </DecisionPage>
  )
}
