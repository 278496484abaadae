import type { Prisma } from '#lib/platform/prisma/client'
import { type Actor, sitesWith } from './access.ts'

type Where = Prisma.ObligationWhereInput

/** Stands among the sites of a duty that concerns the whole practice and is only for those who see all of it. No site has it. */
export const practiceKeepers = '00000000-0000-0000-0000-000000000000'

/** Whose duties somebody sees besides their own: everybody's, those of some sites and of the whole practice, or nobody's. */
export function dutyScope(actor: Actor): { all: boolean; siteIds: string[]; practiceWide: boolean } {
  const sites = sitesWith(actor, 'overview.read')
  if (sites === 'all') return { all: true, siteIds: [], practiceWide: true }
  return { all: false, siteIds: [...sites], practiceWide: sites.length > 0 }
}

/** Every duty the actor may see: their own, those they back up, and those within their overview. */
export function visibleDuties(actor: Actor): Where {
  const { all, siteIds, practiceWide } = dutyScope(actor)
  if (all) return {}
  const own: Where[] = [{ ownerId: actor.personId }, { backupId: actor.personId }]
  if (!practiceWide) return { OR: own }
  return { OR: [...own, { siteIds: { hasSome: siteIds } }, { siteIds: { isEmpty: true } }] }
}
