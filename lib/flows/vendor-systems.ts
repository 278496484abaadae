import { visible } from '#lib/ai-systems/policy'
import { type Actor, can } from '#lib/kernel/access'
import { read } from '#lib/platform/db'

/** An AI system as the page of its vendor lists it. */
export interface VendorSystem {
  id: string
  ref: string
  name: string
  stage: string
  patientData: string
}

/** The AI systems of a vendor that the actor may read, by name. Archived ones are left out. */
export async function systemsOfVendor(actor: Actor, vendorId: string): Promise<VendorSystem[]> {
  if (!can(actor, 'vendor.read')) return []
  return read(actor, (tx) =>
    tx.aiSystem.findMany({
      where: { AND: [{ vendorId, archivedAt: null }, visible(actor)] },
      select: { id: true, ref: true, name: true, stage: true, patientData: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 500,
    }),
  )
}
