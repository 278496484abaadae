import { type Day, dateOf, formatDay } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { listInWords } from '#lib/base/text'
import { type Actor, can, canAt, endingRoles, type Role, roles, sitesWith } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { conflict, forbidden, invalid } from '#lib/kernel/errors'
import type { Tx } from '#lib/platform/db'
import * as schema from './schema.ts'
import { keepingSomebody, lockPerson, recordOf, requireSites, touch } from './store.ts'

const wrong = (fields: Record<string, string>) => invalid('Please check the marked fields.', fields)

/** Whether the actor holds the role wherever it would count. */
function holds(actor: Actor, role: Role, siteIds: 'all' | readonly string[]): boolean {
  const held = actor.held.find((one) => one.role === role)
  if (!held) return false
  if (held.siteIds === 'all') return true
  return siteIds !== 'all' && siteIds.every((site) => held.siteIds.includes(site))
}

/** Why the role cannot be given like this; null when it can. Pure. */
export function refusesRole(
  actor: Actor,
  wanted: { personId: string; role: Role; siteIds: 'all' | readonly string[]; until: Day | null },
  today: Day,
): { field: 'role' | 'where' | 'siteIds' | 'until'; message: string } | null {
  const { role, siteIds, until, personId } = wanted
  if (endingRoles.includes(role) && until === null)
    return { field: 'until', message: `A role such as ${roles[role].label} needs a last day.` }
  if (until !== null && until < today) return { field: 'until', message: 'This day is over.' }
  if (!canAt(actor, 'person.roles', siteIds === 'all' ? [] : siteIds))
    return {
      field: siteIds === 'all' ? 'where' : 'siteIds',
      message: 'You give roles at your own sites only.',
    }
  if (personId === actor.personId && !can(actor, 'person.roles-own') && !holds(actor, role, siteIds))
    return { field: 'role', message: 'Nobody gives themselves a new role. Ask a compliance officer.' }
  return null
}

async function siteNames(tx: Tx, ids: readonly string[]): Promise<string> {
  const sites = await tx.site.findMany({
    where: { id: { in: [...ids] } },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  return listInWords(sites.map(({ name }) => name))
}

/** Gives a role, or changes where and how long it counts. What the actor does not answer for stays as it is. */
export const assignRole = defineCommand({
  name: 'person.assign-role',
  permission: 'person.roles',
  input: schema.assignRoleInput,
  run: (context, { personId, role, where, siteIds, until }) =>
    keepingSomebody(context, async () => {
      const { tx, actor, today, now } = context
      const person = await lockPerson(context, personId)
      if (!person.active || person.archivedAt) throw conflict('Somebody who has left has no role.')
      const wanted = where === 'everywhere' ? ('all' as const) : [...new Set(siteIds)]
      const refusal = refusesRole(actor, { personId, role, siteIds: wanted, until }, today)
      if (refusal) throw wrong({ [refusal.field]: refusal.message })
      if (wanted !== 'all') await requireSites(tx, wanted)
      const before = await tx.roleAssignment.findMany({ where: { personId, role } })
      const reach = sitesWith(actor, 'person.roles')
      const mine = before.filter(
        ({ siteId }) => reach === 'all' || (siteId !== null && reach.includes(siteId)),
      )
      if (
        before.some(
          (row) =>
            row.siteId === null &&
            !mine.includes(row) &&
            (row.until?.getTime() ?? Infinity) >= dateOf(today).getTime(),
        )
      )
        throw conflict('They hold this role everywhere already.')
      await tx.roleAssignment.deleteMany({ where: { id: { in: mine.map(({ id }) => id) } } })
      await tx.roleAssignment.createMany({
        data: (wanted === 'all' ? [null] : wanted).map((siteId) => ({
          id: newId(now.getTime()),
          practiceId: actor.practiceId,
          personId,
          role,
          siteId,
          until: until ? dateOf(until) : null,
        })),
      })
      await touch(context, personId)
      const place = wanted === 'all' ? 'everywhere' : `at ${await siteNames(tx, wanted)}`
      const length = until ? ` until ${formatDay(until)}` : ''
      const verb = mine.length > 0 ? 'Changed the role' : 'Gave them the role'
      return {
        value: { id: personId },
        events: [{ sentence: `${verb} ${roles[role].label}: ${place}${length}`, record: recordOf(person) }],
      }
    }),
})

/** Takes a role away wherever the actor answers for it. */
export const withdrawRole = defineCommand({
  name: 'person.withdraw-role',
  permission: 'person.roles',
  input: schema.withdrawRoleInput,
  run: (context, { personId, role }) =>
    keepingSomebody(context, async () => {
      const { tx, actor } = context
      const person = await lockPerson(context, personId)
      const reach = sitesWith(actor, 'person.roles')
      const held = await tx.roleAssignment.findMany({ where: { personId, role } })
      if (held.length === 0) throw conflict('They do not hold this role any more.')
      const mine = held.filter(({ siteId }) => reach === 'all' || (siteId !== null && reach.includes(siteId)))
      if (mine.length === 0) throw forbidden()
      await tx.roleAssignment.deleteMany({ where: { id: { in: mine.map(({ id }) => id) } } })
      await touch(context, personId)
      const sites = mine.flatMap(({ siteId }) => siteId ?? [])
      const place = mine.length === held.length ? '' : ` at ${await siteNames(tx, sites)}`
      return {
        value: { id: personId },
        events: [{ sentence: `Withdrew the role ${roles[role].label}${place}`, record: recordOf(person) }],
      }
    }),
})
