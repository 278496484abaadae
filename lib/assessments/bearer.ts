import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

/** An assessment as one that files hang on: the evidence behind its answers. Signed, it takes no more. */
export async function assessmentBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const found = await tx.assessment.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: {
      ref: true,
      title: true,
      state: true,
      ownerId: true,
      backupId: true,
      archivedAt: true,
      system: { select: { sites: { select: { siteId: true } } } },
    },
  })
  if (!found) return null
  const { ref, title, ownerId, backupId, archivedAt, state, system } = found
  return {
    ...{ label: `${ref} ${title}`, ownerId, backupId },
    siteIds: system?.sites.map(({ siteId }) => siteId) ?? [],
    isOpen: archivedAt === null && state === 'open',
    isKept: archivedAt === null,
  }
}
