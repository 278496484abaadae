import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'
import { labelOf } from './store.ts'

/** An agreement as one that files hang on: the signed document. */
export async function agreementBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const found = await tx.agreement.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: {
      ref: true,
      title: true,
      ownerId: true,
      backupId: true,
      archivedAt: true,
      vendor: { select: { name: true } },
    },
  })
  if (!found) return null
  const { ref, title, ownerId, backupId, archivedAt, vendor } = found
  const isOpen = archivedAt === null
  return {
    label: labelOf({ ref, title, vendorName: vendor.name }),
    siteIds: [],
    ownerId,
    backupId,
    isOpen,
    isKept: isOpen,
  }
}
