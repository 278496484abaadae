import { type Actor, can, canAt, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.AgreementWhereInput

const nothing = { id: { in: [] } }

/**
 * Every agreement that the actor may read: all of them, because agreements belong to the whole practice, or those that they
 * own or back up.
 */
export function visible(actor: Actor): Where {
  if (can(actor, 'agreement.read')) return {}
  if (!can(actor, 'agreement.keep-own')) return nothing
  return answeredForBy(actor)
}

/** The agreements that the actor owns or backs up. */
export function answeredForBy(actor: Actor): Where {
  return { OR: [{ ownerId: actor.personId }, { backupId: actor.personId }] }
}

interface Answered {
  ownerId: string | null
  backupId: string | null
}

/** Whether the actor may decide what is due for an agreement: whoever edits all of them, its owner and its backup. */
export function mayKeep(actor: Actor, { ownerId, backupId }: Answered): boolean {
  const isTheirs = ownerId === actor.personId || backupId === actor.personId
  return may(actor, 'edit') || (isTheirs && can(actor, 'agreement.keep-own'))
}

/** Of what an agreement names, the AI systems that the actor may read: an agreement belongs to everybody, a system to its sites. */
export function visibleSystems(actor: Actor): Prisma.AiSystemWhereInput {
  const sites = sitesWith(actor, 'ai-system.read')
  if (sites === 'all') return {}
  if (sites.length === 0) return nothing
  return { OR: [{ sites: { none: {} } }, { sites: { some: { siteId: { in: [...sites] } } } }] }
}

/** What somebody may do to every agreement: only with a role that they hold for the whole practice. */
export function may(actor: Actor, deed: 'edit' | 'archive'): boolean {
  return canAt(actor, `agreement.${deed}`, [])
}
