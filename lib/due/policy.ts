import { type Actor, can, canAt } from '#lib/kernel/access'

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
