import { notFound, redirect } from 'next/navigation'
import { getFlow } from '#lib/ai-systems/flow-queries'
import { requireActor } from '#lib/kernel/require-actor'

/** The address of a flow by its own id, as the audit trail has it: leads to its page below its AI system. */
export default async function PhiFlowPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('phi-flow.read')
  const flow = await getFlow(actor, (await params).id)
  if (!flow) notFound()
  redirect(`/ai-systems/${flow.systemId}/flows/${flow.id}`)
}
