import { type Actor, can, canAt, sitesWith } from '#lib/kernel/access'
import { practiceKeepers } from '#lib/kernel/due-scope'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.RiskWhereInput

const nothing = { id: { in: [] } }

/** The risks of these sites, and of the AI systems at them. What concerns the whole practice is not among them. */
function atSites(siteIds: readonly string[]): Where[] {
  const siteId = { in: [...siteIds] }
  return [{ sites: { some: { siteId } } }, { systems: { some: { system: { sites: { some: { siteId } } } } } }]
}

/**
 * Every risk that the actor may read: all of them, those of their sites and of the systems there, and those that they own or
 * back up.
 */
export function visible(actor: Actor): Where {
  const sites = sitesWith(actor, 'risk.read')
  if (sites === 'all') return {}
  const ways = [
    ...(sites.length > 0 ? atSites(sites) : []),
    ...(can(actor, 'risk.keep-own') ? answeredForBy(actor) : []),
  ]
  return ways.length > 0 ? { OR: ways } : nothing
}

/** The risks that the actor owns or backs up, as alternatives. */
export function answeredForBy({ personId }: Actor): Where[] {
  return [{ ownerId: personId }, { backupId: personId }]
}

interface Placed {
  siteIds: readonly string[]
  ownerId: string | null
  backupId: string | null
}

export type Deed = 'edit' | 'score' | 'accept' | 'close' | 'archive'

/** What somebody may do to a risk at these sites; one without sites belongs to the whole practice. */
export function may(actor: Actor, deed: Deed, siteIds: readonly string[]): boolean {
  return canAt(actor, `risk.${deed}`, siteIds)
}

/** Whether the actor may score and review a risk and see to its actions: whoever scores there, its owner and its backup. */
export function mayKeep(actor: Actor, { siteIds, ownerId, backupId }: Placed): boolean {
  const isTheirs = ownerId === actor.personId || backupId === actor.personId
  return may(actor, 'score', siteIds) || (isTheirs && can(actor, 'risk.keep-own'))
}

/** Of what a risk names, the AI systems that the actor may read. */
export function visibleSystems(actor: Actor): Prisma.AiSystemWhereInput {
  const sites = sitesWith(actor, 'ai-system.read')
  if (sites === 'all') return {}
  if (sites.length === 0) return nothing
  return { OR: [{ sites: { none: {} } }, { sites: { some: { siteId: { in: [...sites] } } } }] }
}

/** The same of systems that were read already, by their sites. */
export function knowsSystems(actor: Actor): (siteIds: readonly string[]) => boolean {
  const readable = sitesWith(actor, 'ai-system.read')
  return (siteIds) =>
    readable === 'all' ||
    (readable.length > 0 && (siteIds.length === 0 || siteIds.some((site) => readable.includes(site))))
}

/** The actions that the actor may see: their own, and those of the risks that they may read. */
export function visibleActions(actor: Actor): Prisma.RiskActionWhereInput {
  const risk = visible(actor)
  // Of alternatives, an empty one does not count as all.
  return Object.keys(risk).length === 0 ? {} : { OR: [{ ownerId: actor.personId }, { risk }] }
}

/** What says where a risk belongs. */
export const placedSelect = {
  sites: { select: { siteId: true } },
  systems: { select: { system: { select: { sites: { select: { siteId: true } } } } } },
} as const satisfies Prisma.RiskSelect

/** Where a risk belongs: its own sites and those of the AI systems that it concerns; none is the whole practice. */
export function sitesOf(risk: {
  sites: readonly { siteId: string }[]
  systems: readonly { system: { sites: readonly { siteId: string }[] } }[]
}): string[] {
  const ids = [...risk.sites, ...risk.systems.flatMap(({ system }) => system.sites)]
  return [...new Set(ids.map(({ siteId }) => siteId))].sort()
}

/** The same as its duties say it: those of the whole practice are not for the leads of its sites. */
export const placesOf = (siteIds: readonly string[]): readonly string[] =>
  siteIds.length > 0 ? siteIds : [practiceKeepers]
