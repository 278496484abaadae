import { type Actor, can, canAt, grants, sitesWith } from '#lib/kernel/access'
import { canAnswer, visible } from '#lib/people/policy'
import type { Prisma } from '#lib/platform/prisma/client'

interface Owned {
  ownerId: string | null
  backupId: string | null
  siteIds: readonly string[]
}

/** Whether somebody may put a duty off or hand it over: its owner, its backup, and who keeps what is due at its sites. */
export function maySettle(actor: Actor, { ownerId, backupId, siteIds }: Owned): boolean {
  const isTheirs = ownerId === actor.personId || backupId === actor.personId
  return canAt(actor, 'due.keep', siteIds) || (isTheirs && can(actor, 'due.settle-own'))
}

/**
 * To whom the actor may hand a duty over: whoever can answer for something and whom the actor may look up; and for those
 * who may look up nobody, the duty's own people and those who keep what is due.
 */
export function successorsOf(actor: Actor, { ownerId, backupId }: Owned): Prisma.PersonWhereInput {
  // Of alternatives, an empty one does not count as all.
  if (sitesWith(actor, 'person.read') === 'all') return canAnswer
  const theirs = [ownerId, backupId].filter((id) => id !== null)
  const keeps = { siteId: null, role: { in: [...grants['due.keep']] } }
  return { AND: [canAnswer, { OR: [visible(actor), { id: { in: theirs } }, { roles: { some: keeps } }] }] }
}
