import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { canAt } from '#lib/kernel/access'
import { readDraft } from '#lib/people/drafts'
import { vendorChoices } from '#lib/vendors/chain-queries'
import { DecisionPage } from '../../../decision-page.tsx'
import { createFlowAction } from '../../../flow-actions.ts'
import { FlowForm } from '../../../flow-form.tsx'
import { flowCitations, newFlowValues } from '../../../flow-setup.ts'
import { loadSystem, type SystemPage, systemTitle } from '../../../load-system.ts'

export function generateMetadata(page: SystemPage): Promise<Metadata> {
  return systemTitle(page, 'ai-system.read', ({ name }) => `Patient data into ${name}`)
}

export default async function NewFlowPage(page: SystemPage) {
  const loaded = await loadSystem(page, 'ai-system.read')
  const { actor, system, siteIds, from, recordHref } = loaded
  if (system.archived || !canAt(actor, 'phi-flow.edit', siteIds)) notFound()
  const draftKey = `phi-flow/new/${system.id}`
  return (
    <DecisionPage
      loaded={loaded}
      title={`Patient data into ${system.name}`}
      lede="One flow is one task with its data. Describe the biggest first."
    >
      <FlowForm
        action={createFlowAction}
        values={newFlowValues}
        hidden={{ systemId: system.id, from }}
        citations={flowCitations()}
        vendors={await vendorChoices(actor, null)}
        draftKey={draftKey}
        draft={await readDraft(actor, draftKey)}
        submitLabel="Add flow"
        cancelHref={`${recordHref}#flows`}
      />
    </DecisionPage>
  )
}
