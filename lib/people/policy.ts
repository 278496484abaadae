import { type Actor, lookingOn, sitesWith } from '#lib/kernel/access'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.PersonWhereInput

const nothing: Where = { id: { in: [] } }

/** Every person whom the actor may look up: those of their sites, and those who work for the whole practice. */
export function visible(actor: Actor): Where {
  const sites = sitesWith(actor, 'person.read')
  if (sites === 'all') return {}
  if (sites.length === 0) return nothing
  return { OR: [{ sites: { some: { siteId: { in: [...sites] } } } }, { sites: { none: {} } }] }
}

/** Those who hold roles here, and none but such as look on. */
export const onlyLooksOn: Where = { roles: { some: {}, every: { role: { in: [...lookingOn] } } } }

/** Who can answer for something: they work here, and may do more than look on. */
export const canAnswer: Where = { active: true, archivedAt: null, NOT: onlyLooksOn }
