import { type Actor, can, canAt } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.ControlWhereInput

const nothing: Where = { id: { in: [] } }

/** Every control that the actor may read: all or none, because controls belong to the whole practice. */
export function visible(actor: Actor): Where {
  return can(actor, 'control.read') ? {} : nothing
}

/** The controls that the actor owns or backs up, and those of which a duty was handed over to them. */
export function answeredForBy(actor: Actor, handed: readonly string[]): Where {
  return {
    OR: [{ ownerId: actor.personId }, { backupId: actor.personId }, { id: { in: [...handed] } }],
  }
}

/** The controls of which the actor may know when they test one: those they may read, and those they answer for. */
export function visibleToKeeper(actor: Actor, handed: readonly string[]): Where {
  if (!can(actor, 'control.keep-own')) return nothing
  return can(actor, 'control.read') ? {} : answeredForBy(actor, handed)
}

/** What somebody may do to every control: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'edit' | 'test' | 'archive'): boolean {
  return canAt(actor, `control.${deed}`, [])
}

/** Whether the actor is the owner or the backup. */
export function answersFor(
  actor: Actor,
  { ownerId, backupId }: { ownerId: string | null; backupId: string | null },
): boolean {
  return ownerId === actor.personId || backupId === actor.personId
}

/** Whether the actor may test a control and say how far it is: whoever tests all of them, its owner and its backup. */
export function mayKeep(actor: Actor, isTheirs: boolean): boolean {
  return may(actor, 'test') || (isTheirs && can(actor, 'control.keep-own'))
}
