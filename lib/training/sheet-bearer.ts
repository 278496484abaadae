import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { mayKeep, sheetsOf } from './policy.ts'

/** A sheet as one that its scan hangs on: for those who know of the people of its site, and nobody else. */
export async function sheetBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const sheet = await tx.paperSheet.findFirst({
    where: { AND: [{ id }, sheetsOf(actor)] },
    select: {
      code: true,
      siteId: true,
      campaign: { select: { ownerId: true, backupId: true, archivedAt: true } },
    },
  })
  if (!sheet) return null
  const siteIds = sheet.siteId ? [sheet.siteId] : []
  const { ownerId, backupId, archivedAt } = sheet.campaign
  const isOpen = archivedAt === null && mayKeep(actor, sheet.siteId)
  return { label: `Sheet ${sheet.code}`, siteIds, ownerId, backupId, isOpen, isKept: false }
}
