import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { placedSelect, placesOf, sitesOf, visible } from './policy.ts'
import { recordOf } from './store.ts'

/** A risk as one that files hang on: what was looked at, what was decided. */
export async function riskBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const found = await tx.risk.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: {
      ...placedSelect,
      id: true,
      ref: true,
      title: true,
      ownerId: true,
      backupId: true,
      archivedAt: true,
      closedOn: true,
    },
  })
  if (!found) return null
  const { ownerId, backupId, archivedAt, closedOn } = found
  const isOpen = archivedAt === null
  return {
    label: recordOf(found).label,
    siteIds: placesOf(sitesOf(found)),
    ownerId,
    backupId,
    isOpen,
    isKept: isOpen && closedOn === null,
  }
}
