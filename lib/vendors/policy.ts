import { type Actor, can, canAt } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.VendorWhereInput

const nothing: Where = { id: { in: [] } }

/** Every vendor that the actor may read: all or none, because vendors belong to the whole practice. */
export function visible(actor: Actor): Where {
  return can(actor, 'vendor.read') ? {} : nothing
}

/** The vendors that the actor owns or backs up, and those of which a duty was handed over to them. */
export function answeredForBy(actor: Actor, handed: readonly string[]): Where {
  return {
    OR: [{ ownerId: actor.personId }, { backupId: actor.personId }, { id: { in: [...handed] } }],
  }
}

/** The vendors of which the actor may know when they record a review: those they may read, and those they answer for. */
export function visibleToReviewer(actor: Actor, handed: readonly string[]): Where {
  if (!can(actor, 'vendor.review-own')) return nothing
  return can(actor, 'vendor.read') ? {} : answeredForBy(actor, handed)
}

/** What somebody may do to every vendor: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'edit' | 'determine' | 'review' | 'archive'): boolean {
  return canAt(actor, `vendor.${deed}`, [])
}

/** Whether the actor is the owner or the backup. */
export function answersFor(
  actor: Actor,
  { ownerId, backupId }: { ownerId: string | null; backupId: string | null },
): boolean {
  return ownerId === actor.personId || backupId === actor.personId
}

/** Whether the actor may record reviews of a vendor: whoever reviews all of them, its owner and its backup. */
export function mayReview(actor: Actor, isTheirs: boolean): boolean {
  return may(actor, 'review') || (isTheirs && can(actor, 'vendor.review-own'))
}
