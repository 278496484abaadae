import { notFound } from 'next/navigation'
import { getFlow } from '#lib/ai-systems/flow-queries'
import { canAt } from '#lib/kernel/access'
import { type LoadedSystem, loadSystem, type SystemPage } from '../../../load-system.ts'

export type FlowPage = SystemPage<{ flowId: string }>

/** The flow of the address with its system; the page for what does not exist when they do not belong together. */
export async function loadFlow(page: FlowPage) {
  const loaded: LoadedSystem = await loadSystem(page, 'ai-system.read')
  const { actor, system, siteIds } = loaded
  const { flowId } = await page.params
  const flow = await getFlow(actor, flowId)
  if (!flow || flow.systemId !== system.id) notFound()
  const isOpen = !flow.archived && !system.archived
  return {
    loaded,
    flow,
    mayEdit: isOpen && canAt(actor, 'phi-flow.edit', siteIds),
    mayArchive: isOpen && canAt(actor, 'phi-flow.archive', siteIds),
  }
}
