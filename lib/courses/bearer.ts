import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

/** A course as one that files hang on: the pictures, videos and PDFs that its lesson shows. */
export async function courseBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const course = await tx.course.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: { ref: true, title: true, ownerId: true, backupId: true, archivedAt: true },
  })
  if (!course) return null
  const { ref, title, ownerId, backupId, archivedAt } = course
  const isOpen = archivedAt === null
  return { label: `${ref} ${title}`, siteIds: [], ownerId, backupId, isOpen, isKept: isOpen }
}
