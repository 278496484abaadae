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

/** What anybody may know: the tools approved for the sites they work at, and what became of their own proposals. */
export function visibleToStaff(actor: Actor): Where {
  return { OR: [usableTools(actor), ownProposals(actor)] }
}

/** Whether the actor may make this move: anybody who answers for a system may stop it at once. */
export function mayMove(actor: Actor, to: Stage, siteIds: readonly string[]): boolean {
  return canAt(actor, to === 'suspended' ? 'ai-system.suspend' : 'ai-system.move', siteIds)
}
