import type { Actor } from '#lib/kernel/access'
import type { Bearer } from '#lib/kernel/record'
import type { Tx } from '#lib/platform/db'
import { visible } from './policy.ts'

/** A person as one that files hang on. They do not renew their own: that falls to whoever answers for the practice. */
export async function personBearer(tx: Tx, actor: Actor, id: string): Promise<Bearer | null> {
  const person = await tx.person.findFirst({
    where: { AND: [{ id }, visible(actor)] },
    select: { ref: true, name: true, active: true, archivedAt: true, sites: { select: { siteId: true } } },
  })
  if (!person) return null
  const { ref, name, active, archivedAt, sites } = person
  return {
    label: `${ref} ${name}`,
    siteIds: sites.map(({ siteId }) => siteId),
    ownerId: null,
    backupId: null,
    isOpen: archivedAt === null,
    isKept: archivedAt === null && active,
  }
}
