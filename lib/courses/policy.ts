import { type Actor, can, canAt } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.CourseWhereInput

const nothing: Where = { id: { in: [] } }

/** Every course that the actor may read: all or none, because courses belong to the whole practice. */
export function visible(actor: Actor): Where {
  return can(actor, 'course.read') ? {} : nothing
}

/** The courses that the actor owns or backs up, and those of which a duty was handed over to them. */
export function answeredForBy(actor: Actor, handed: readonly string[]): Where {
  return {
    OR: [{ ownerId: actor.personId }, { backupId: actor.personId }, { id: { in: [...handed] } }],
  }
}

/** The courses of which the actor may know when they look one through: those they may read, and those they answer for. */
export function visibleToReviewer(actor: Actor, handed: readonly string[]): Where {
  if (!can(actor, 'course.review-own')) return nothing
  return can(actor, 'course.read') ? {} : answeredForBy(actor, handed)
}

/** What somebody may do to every course: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'edit' | 'archive'): boolean {
  return canAt(actor, `course.${deed}`, [])
}

/** Whether the actor is the owner or the backup. */
export function answersFor(
  actor: Actor,
  { ownerId, backupId }: { ownerId: string | null; backupId: string | null },
): boolean {
  return ownerId === actor.personId || backupId === actor.personId
}

/** Whether the actor may say that a course is still right: whoever writes courses, its owner and its backup. */
export function mayReview(actor: Actor, isTheirs: boolean): boolean {
  return may(actor, 'edit') || (isTheirs && can(actor, 'course.review-own'))
}
