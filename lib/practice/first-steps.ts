import { type Actor, sitesWith } from '#lib/kernel/access'
import { read } from '#lib/platform/db'

/** Which of the first three steps of a new practice are done. */
export interface FirstSteps {
  systems: boolean
  people: boolean
  owners: boolean
}

/**
 * How far a new practice has come, for those who may bring its registers in; null for everybody else and once each step was
 * taken. At most three statements, each of which stops at its first row.
 */
export function firstSteps(actor: Actor): Promise<FirstSteps | null> {
  if (sitesWith(actor, 'ai-system.edit') !== 'all') return Promise.resolve(null)
  return read(actor, async (tx) => {
    const select = { id: true } as const
    const owned = await tx.aiSystem.findFirst({
      where: { archivedAt: null, ownerId: { not: null } },
      select,
    })
    const colleague = await tx.person.findFirst({
      where: { archivedAt: null, active: true, id: { not: actor.personId } },
      select,
    })
    if (owned && colleague) return null
    const any = owned ?? (await tx.aiSystem.findFirst({ where: { archivedAt: null }, select }))
    return { systems: any !== null, people: colleague !== null, owners: owned !== null }
  })
}
