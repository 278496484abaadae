import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

/** A vendor as one that files hang on: the reports and certificates it sends. */
export async function vendorBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const vendor = await tx.vendor.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: { ref: true, name: true, ownerId: true, backupId: true, archivedAt: true },
  })
  if (!vendor) return null
  const { ref, name, ownerId, backupId, archivedAt } = vendor
  const isOpen = archivedAt === null
  return { label: `${ref} ${name}`, siteIds: [], ownerId, backupId, isOpen, isKept: isOpen }
}
