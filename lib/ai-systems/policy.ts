import { type Actor, can, canAt, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'
import type { Stage } from './options.ts'

type Where = Prisma.AiSystemWhereInput

const nothing: Where = { id: { in: [] } }
const usable: readonly Stage[] = ['approved', 'in-use']

/** Systems at the actor's sites, and those of the whole practice. */
function atSites(siteIds: 'all' | readonly string[]): Where {
  if (siteIds === 'all') return {}
  if (siteIds.length === 0) return nothing
  return { OR: [{ sites: { some: { siteId: { in: [...siteIds] } } } }, { sites: { none: {} } }] }
}

/** Every system that the actor may read in full. */
export function visible(actor: Actor): Where {
  return atSites(sitesWith(actor, 'ai-system.read'))
}

/** The tools that are approved or in use at the sites where the actor works. */
export function usableTools(actor: Actor): Where {
  if (!can(actor, 'ai-system.read-approved')) return nothing
  return {
    archivedAt: null,
    stage: { in: [...usable] },
    AND: [atSites(actor.homeSiteIds.length > 0 ? actor.homeSiteIds : 'all')],
  }
}

/** What the actor asked for, whatever became of it. */
export function ownProposals(actor: Actor): Where {
  if (!can(actor, 'ai-system.read-approved')) return nothing
  return { archivedAt: null, proposedById: actor.personId }
}

/** Whether the actor may read a system at these sites in full: `visible`, of one that was read already. */
export function isVisible(actor: Actor, siteIds: readonly string[]): boolean {
  const readable = sitesWith(actor, 'ai-system.read')
  if (readable === 'all') return true
  return readable.length > 0 && (siteIds.length === 0 || siteIds.some((site) => readable.includes(site)))
}

/** The systems that the actor owns or backs up, and those of which a duty was handed over to them. */
export function answeredForBy(actor: Actor, handed: readonly string[]): Where {
  return {
    OR: [{ ownerId: actor.personId }, { backupId: actor.personId }, { id: { in: [...handed] } }],
  }
}

/** The systems of which the actor may know when they record a review: those they may read, and those they answer for. */
export function visibleToReviewer(actor: Actor, handed: readonly string[]): Where {
  if (!can(actor, 'ai-system.review-own')) return nothing
  // Of alternatives, an empty one does not count as all.
  if (sitesWith(actor, 'ai-system.read') === 'all') return {}
  return { OR: [visible(actor), answeredForBy(actor, handed)] }
}

/** Whether the actor is the owner or the backup. */
export function answersFor(
  actor: Actor,
  { ownerId, backupId }: { ownerId: string | null; backupId: string | null },
): boolean {
  return ownerId === actor.personId || backupId === actor.personId
}

/** Whether the actor may record reviews of a system: whoever reviews at all its sites, its owner and its backup. */
export function mayReview(actor: Actor, isTheirs: boolean, siteIds: readonly string[]): boolean {
  return canAt(actor, 'ai-system.review', siteIds) || (isTheirs && can(actor, 'ai-system.review-own'))
}

/** The systems at whose every site the actor decides on moves. */
export function movableBy(actor: Actor): Where {
  return atEverySite(sitesWith(actor, 'ai-system.move'))
}

/** The systems that the actor keeps. */
export function editableBy(actor: Actor): Where {
  return atEverySite(sitesWith(actor, 'ai-system.edit'))
}

function atEverySite(siteIds: 'all' | readonly string[]): Where {
  if (siteIds === 'all') return {}
  return { sites: { some: {}, every: { siteId: { in: [...siteIds] } } } }
}

/** Whether the actor may make this move: anybody who answers for a system may stop it at once. */
export function mayMove(actor: Actor, to: Stage, siteIds: readonly string[]): boolean {
  return canAt(actor, to === 'suspended' ? 'ai-system.suspend' : 'ai-system.move', siteIds)
}
