import { z } from 'zod'
import { dayOrNull } from '#lib/base/days'
import {
  type Actor,
  grants,
  type HeldRole,
  heldRoles,
  keeperRole,
  type Permission,
  requireAt,
  sitesWith,
} from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { notFound, Refusal } from '#lib/kernel/errors'
import { voidRecoveryCodes } from './recovery-codes.ts'
import { endSessions } from './sessions.ts'
import { recordOf } from './store.ts'

/** Somebody whose way of signing in another person is about to change. */
export interface Helped {
  id: string
  ref: string
  name: string
  email: string | null
  account: { id: string; totpConfirmedAt: Date | null } | null
}

/**
 * Whether the actor may do everything that holders of these roles may, at the same sites. Whoever makes a link could use
 * it, so helping somebody with more rights would be a way to take them. Whoever keeps the whole practice gives every role
 * anyway, that of an owner too, and somebody has to let the owner in.
 */
export function hasAllRightsOf(actor: Actor, held: readonly HeldRole[]): boolean {
  if (actor.held.some(({ role, siteIds }) => role === keeperRole && siteIds === 'all')) return true
  const permissions = Object.keys(grants).filter((name): name is Permission => Object.hasOwn(grants, name))
  return held.every(({ role, siteIds }) =>
    permissions.every((permission) => {
      const granted: readonly string[] = grants[permission]
      if (!granted.includes(role)) return true
      const scope = sitesWith(actor, permission)
      return scope === 'all' || (siteIds !== 'all' && siteIds.every((site) => scope.includes(site)))
    }),
  )
}

/** The active person, when the actor may change how they sign in. Throws a refusal otherwise. */
export async function helpedPerson({ tx, actor, today }: CommandContext, personId: string): Promise<Helped> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: { account: true, sites: { select: { siteId: true } }, roles: true },
  })
  if (!person?.active || person.archivedAt) throw notFound()
  requireAt(
    actor,
    'person.access',
    person.sites.map(({ siteId }) => siteId),
  )
  if (personId === actor.personId)
    throw new Refusal('forbidden', 'Change how you sign in yourself under “Your account”.')
  const held = heldRoles(
    person.roles.map((row) => ({ ...row, until: dayOrNull(row.until) })),
    today,
  )
  if (!hasAllRightsOf(actor, held))
    throw new Refusal(
      'forbidden',
      `${person.name} may do more here than you. Ask somebody who has the same rights.`,
    )
  return person
}

/** Takes a person's second factor away, for when phone and recovery codes are lost. They set up a new one if they must. */
export const resetSecondFactor = defineCommand({
  name: 'person.reset-second-factor',
  permission: 'person.access',
  input: z.object({ personId: z.guid(), reason: z.string().trim().max(500).default('') }),
  run: async (context, { personId, reason }) => {
    const { tx, now } = context
    const person = await helpedPerson(context, personId)
    if (!person.account?.totpConfirmedAt)
      throw new Refusal('conflict', `${person.name} has no second factor.`)
    await tx.account.update({
      where: { id: person.account.id },
      data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    })
    await voidRecoveryCodes(tx, person.account.id, now)
    await endSessions(tx, personId, 'second factor reset', now)
    const event = { sentence: 'Took the second factor away', record: recordOf(person), reason }
    return { value: { personId }, events: [event] }
  },
})
