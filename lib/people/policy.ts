import { type Actor, canAt, type Permission, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.PersonWhereInput

const nothing: Where = { id: { in: [] } }

/** People who work at sites where the actor has the permission; those without a site work for the whole practice. */
function within(actor: Actor, permission: Permission): Where {
  const sites = sitesWith(actor, permission)
  if (sites === 'all') return {}
  if (sites.length === 0) return nothing
  return { OR: [{ sites: { some: { siteId: { in: [...sites] } } } }, { sites: { none: {} } }] }
}

/** Every person whom the actor may look up. */
export function visible(actor: Actor): Where {
  return within(actor, 'person.read')
}

/** Whether the actor may do this to a person of these sites: they must answer for every one of them. */
export function mayAt(actor: Actor, permission: Permission, person: { siteIds: readonly string[] }): boolean {
  return canAt(actor, permission, person.siteIds)
}
