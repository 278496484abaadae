import { type Actor, canAt, isRole } from '#lib/kernel/access'
import { hasAllRightsOf } from '#lib/people/account-help'
import type { PersonDetail } from '#lib/people/detail-queries'

/** Whether the actor may change how this person signs in: not their own, and not of somebody who may do more. */
export function mayHelp(actor: Actor, person: PersonDetail): boolean {
  const siteIds = person.sites.map((site) => site.id)
  const held = person.roles.flatMap(({ role, sites }) =>
    isRole(role) ? [{ role, siteIds: sites === 'all' ? ('all' as const) : sites.map(({ id }) => id) }] : [],
  )
  return (
    person.active &&
    !person.archived &&
    person.id !== actor.personId &&
    canAt(actor, 'person.access', siteIds) &&
    hasAllRightsOf(actor, held)
  )
}
