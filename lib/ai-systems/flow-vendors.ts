import type { Actor } from '#lib/kernel/access'
import { invalid } from '#lib/kernel/errors'
import type { Tx } from '#lib/platform/db'

interface Chosen {
  vendorIds: readonly string[]
  vendorRefs: string
}

const wrong = (field: string, message: string) =>
  invalid('Please check the marked fields.', { [field]: message })

/** The vendors that a form names, ticked or by reference; refused when one is not in the register. Two statements at most. */
export async function chosenVendors(tx: Tx, { vendorIds, vendorRefs }: Chosen): Promise<string[]> {
  const refs = vendorRefs
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((ref) => ref.toUpperCase())
  const found = await tx.vendor.findMany({
    where: { OR: [{ id: { in: [...vendorIds] } }, { ref: { in: refs } }] },
    select: { id: true, ref: true },
  })
  const unknown = refs.find((ref) => found.every((vendor) => vendor.ref !== ref))
  if (unknown) throw wrong('vendorRefs', `There is no vendor ${unknown}.`)
  if (vendorIds.some((id) => found.every((vendor) => vendor.id !== id)))
    throw wrong('vendorIds', 'One of them is not in the register any more. Look at the list again.')
  return found.map(({ id }) => id)
}

/** The vendors of flows, by flow. */
export interface FlowVendors {
  flowId: string
  vendorIds: readonly string[]
}

/** Sets the vendors of these flows to exactly these. Two statements. */
export async function replaceVendors(
  { tx, actor }: { tx: Tx; actor: Actor },
  flows: readonly FlowVendors[],
): Promise<void> {
  if (flows.length === 0) return
  await tx.phiFlowVendor.deleteMany({ where: { flowId: { in: flows.map(({ flowId }) => flowId) } } })
  await tx.phiFlowVendor.createMany({
    data: flows.flatMap(({ flowId, vendorIds }) =>
      [...new Set(vendorIds)].map((vendorId) => ({ practiceId: actor.practiceId, flowId, vendorId })),
    ),
  })
}
