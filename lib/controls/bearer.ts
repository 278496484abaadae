import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

/** A control as one that files hang on: what shows that it is done. */
export async function controlBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const control = await tx.control.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: { ref: true, title: true, ownerId: true, backupId: true, state: true, archivedAt: true },
  })
  if (!control) return null
  const { ref, title, ownerId, backupId, state, archivedAt } = control
  const isOpen = archivedAt === null
  return {
    label: `${ref} ${title}`,
    siteIds: [],
    ownerId,
    backupId,
    isOpen,
    isKept: isOpen && state !== 'not-applicable',
  }
}
