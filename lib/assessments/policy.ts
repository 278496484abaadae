import { type Actor, can, canAt, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.AssessmentWhereInput

const nothing: Where = { id: { in: [] } }

/** Every assessment that the actor may read: those of the practice, and those of systems at their sites. */
export function visible(actor: Actor): Where {
  const sites = sitesWith(actor, 'assessment.read')
  if (sites === 'all') return {}
  if (sites.length === 0) return nothing
  return {
    OR: [
      { systemId: null },
      { system: { sites: { some: { siteId: { in: [...sites] } } } } },
      { system: { sites: { none: {} } } },
    ],
  }
}

/**
 * Those of which the actor may read all that they rest on. The practice’s own holds every system of every site: only somebody
 * who reads everywhere may.
 */
export function visibleWhole(actor: Actor): Where {
  if (sitesWith(actor, 'assessment.read') === 'all') return {}
  return { AND: [visible(actor), { systemId: { not: null } }] }
}

/** `visibleWhole` of one that was read already. */
export function mayReadWhole(actor: Actor, { systemId }: { systemId: string | null }): boolean {
  const sites = sitesWith(actor, 'assessment.read')
  return sites === 'all' || (sites.length > 0 && systemId !== null)
}

/** Those of which the actor may know when they answer: what they may read, what they own or back up, and what a part of is theirs. */
export function visibleToAnswerer(actor: Actor): Where {
  if (!can(actor, 'assessment.answer-part')) return visible(actor)
  // Of alternatives, an empty one does not count as all.
  if (sitesWith(actor, 'assessment.read') === 'all') return {}
  const { personId } = actor
  return {
    OR: [visible(actor), { ownerId: personId }, { backupId: personId }, { parts: { some: { personId } } }],
  }
}

/** What an answer to a permission depends on. */
export interface Placed {
  /** The sites of its system; none for the practice. */
  siteIds: readonly string[]
  ownerId: string | null
  backupId: string | null
}

/** What somebody may do to an assessment: with a role at all its sites, and for the practice’s own with one held everywhere. */
export function may(
  actor: Actor,
  deed: 'read' | 'edit' | 'sign' | 'archive',
  { siteIds }: Pick<Placed, 'siteIds'>,
): boolean {
  return canAt(actor, `assessment.${deed}`, siteIds)
}

/** Whether the actor owns it or backs it up. */
export function answersFor(actor: Actor, { ownerId, backupId }: Placed): boolean {
  return ownerId === actor.personId || backupId === actor.personId
}

/** Whether the actor may answer a question whose part was given to this person, or to nobody. */
export function mayAnswer(actor: Actor, placed: Placed, partPersonId: string | null): boolean {
  if (may(actor, 'edit', placed)) return true
  return (
    can(actor, 'assessment.answer-part') && (answersFor(actor, placed) || partPersonId === actor.personId)
  )
}
