import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

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
