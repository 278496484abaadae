import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

/** A campaign as one that files hang on: signed lists, hand-outs, what was said in the room. */
export async function campaignBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const campaign = await tx.campaign.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: { ref: true, title: true, ownerId: true, backupId: true, archivedAt: true, closedOn: true },
  })
  if (!campaign) return null
  const { ref, title, ownerId, backupId, archivedAt, closedOn } = campaign
  const isOpen = archivedAt === null
  return {
    ...{ label: `${ref} ${title}`, siteIds: [], ownerId, backupId, isOpen },
    // What was signed stays with it; nothing of a closed one is renewed.
    isKept: isOpen && closedOn === null,
  }
}
