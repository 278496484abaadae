import { visible as visibleSystem } from '#lib/ai-systems/policy'
import { isId } from '#lib/base/ids'
import { shorten } from '#lib/base/text'
import type { Actor } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { visible as visibleVendor } from '#lib/vendors/policy'

interface Choice {
  value: string
  label: string
}

/** What an agreement with a vendor can name. */
export interface Coverable {
  systems: Choice[]
  flows: Choice[]
}

const most = 100

/**
 * The AI systems and data flows that reach a vendor, and those that the agreement names already (`keep`). Three statements at
 * most.
 */
export function coverable(
  actor: Actor,
  vendorId: string,
  keep: { systemIds: readonly string[]; flowIds: readonly string[] },
): Promise<Coverable> {
  if (!isId(vendorId)) return Promise.resolve({ systems: [], flows: [] })
  const goesThere = { archivedAt: null, vendors: { some: { vendorId } } }
  return read(actor, async (tx) => {
    const systems = await tx.aiSystem.findMany({
      where: {
        AND: [visibleSystem(actor)],
        OR: [
          { id: { in: [...keep.systemIds] } },
          { archivedAt: null, OR: [{ vendorId }, { flows: { some: goesThere } }] },
        ],
      },
      select: { id: true, ref: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: most,
    })
    const flows = await tx.phiFlow.findMany({
      where: {
        system: visibleSystem(actor),
        OR: [
          { id: { in: [...keep.flowIds] } },
          { archivedAt: null, system: { vendorId, archivedAt: null } },
          goesThere,
        ],
      },
      select: { id: true, ref: true, purpose: true, system: { select: { name: true } } },
      orderBy: [{ ref: 'asc' }],
      take: most,
    })
    return {
      systems: systems.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` })),
      flows: flows.map(({ id, ref, purpose, system }) => ({
        value: id,
        label: `${system.name}: ${shorten(purpose, 80)} (${ref})`,
      })),
    }
  })
}

/** The vendors for which a vendor works as a sub-processor: with them it may have agreements of its own. */
export function customersOf(actor: Actor, vendorId: string): Promise<Choice[]> {
  if (!isId(vendorId)) return Promise.resolve([])
  return read(actor, async (tx) => {
    const found = await tx.vendorLink.findMany({
      where: { subProcessorId: vendorId, vendor: { AND: [visibleVendor(actor), { archivedAt: null }] } },
      select: { vendor: { select: { id: true, ref: true, name: true } } },
      orderBy: { vendor: { name: 'asc' } },
      take: most,
    })
    return found.map(({ vendor: { id, ref, name } }) => ({ value: id, label: `${name} (${ref})` }))
  })
}

/** The vendor that an address names by id or reference; null when there is none that the actor may read. */
export function findVendor(actor: Actor, words: string): Promise<{ id: string; name: string } | null> {
  const by = isId(words) ? { id: words } : { ref: { equals: words.trim(), mode: 'insensitive' as const } }
  return read(actor, (tx) =>
    tx.vendor.findFirst({
      where: { AND: [by, { archivedAt: null }, visibleVendor(actor)] },
      select: { id: true, name: true },
    }),
  )
}
