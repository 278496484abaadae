import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getFlow } from '#lib/ai-systems/flow-queries'
import { shorten } from '#lib/base/text'
import { canAt } from '#lib/kernel/access'
import { currentActor } from '#lib/kernel/require-actor'
import { type LoadedSystem, loadSystem, type SystemPage } from '../../../load-system.ts'

export type FlowPage = SystemPage<{ flowId: string }>

/** Read once per request; null for those who may not read its system. */
const findFlow = cache(async (flowId: string) => {
  const actor = await currentActor()
  return actor ? getFlow(actor, flowId) : null
})

/** The title of a page of a flow; nothing of the flow for those who may not read its system. */
export async function flowTitle({ params }: FlowPage, before = ''): Promise<Metadata> {
  const { id, flowId } = await params
  const flow = await findFlow(flowId)
  return { title: flow?.systemId === id ? `${before}${shorten(flow.purpose, 80)}` : 'Patient data flow' }
}

/** The flow of the address with its system; the page for what does not exist when they do not belong together. */
export async function loadFlow(page: FlowPage) {
  const loaded: LoadedSystem = await loadSystem(page, 'ai-system.read')
  const { actor, system, siteIds } = loaded
  const { flowId } = await page.params
  const flow = await findFlow(flowId)
  if (!flow || flow.systemId !== system.id) notFound()
  const isOpen = !flow.archived && !system.archived
  return {
    loaded,
    flow,
    mayEdit: isOpen && canAt(actor, 'phi-flow.edit', siteIds),
    mayArchive: isOpen && canAt(actor, 'phi-flow.archive', siteIds),
  }
}
