import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'
import { flowBearerOf } from './store.ts'

/** An AI system as one that files hang on. */
export async function systemBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const system = await tx.aiSystem.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: {
      ref: true,
      name: true,
      stage: true,
      ownerId: true,
      backupId: true,
      archivedAt: true,
      sites: { select: { siteId: true } },
    },
  })
  if (!system) return null
  const { ref, name, stage, ownerId, backupId, archivedAt, sites } = system
  return {
    label: `${ref} ${name}`,
    siteIds: sites.map(({ siteId }) => siteId),
    ownerId,
    backupId,
    isOpen: archivedAt === null,
    isKept: archivedAt === null && stage !== 'retired',
  }
}

/** A patient data flow as one that files hang on: whoever answers for its system answers for them. */
export async function flowBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const flow = await tx.phiFlow.findFirst({
    where: { id, system: visible(actor) },
    select: { id: true, ref: true, purpose: true, archivedAt: true, systemId: true },
  })
  const system = flow && (await systemBearer(tx, actor, flow.systemId))
  if (!flow || !system) return null
  const isThere = flow.archivedAt === null
  return {
    ...system,
    label: flowBearerOf(flow).recordLabel,
    isOpen: system.isOpen && isThere,
    isKept: system.isKept && isThere,
  }
}
