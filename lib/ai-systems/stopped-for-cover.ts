import { type Day, dayOf } from '#lib/base/days'
import { type Actor, can } from '#lib/kernel/access'
import { read } from '#lib/platform/db'
import { movableBy } from './policy.ts'

/** A system that was suspended because an agreement that its patient data needs is missing. */
export interface StoppedSystem {
  id: string
  label: string
  reason: string
  since: Day
}

const mostShown = 5

/**
 * What the gate stopped, for those who decide about it, whoever owns it: the latest, and how many there are. At most two
 * statements.
 */
export function stoppedForCover(actor: Actor): Promise<{ systems: StoppedSystem[]; total: number }> {
  if (!can(actor, 'ai-system.move')) return Promise.resolve({ systems: [], total: 0 })
  const where = { AND: [movableBy(actor)], stage: 'suspended-pending', archivedAt: null }
  return read(actor, async (tx) => {
    const found = await tx.aiSystem.findMany({
      where,
      select: { id: true, ref: true, name: true, stageReason: true, stageSince: true },
      orderBy: [{ stageSince: 'desc' }, { id: 'desc' }],
      take: mostShown,
    })
    return {
      systems: found.map(({ id, ref, name, stageReason, stageSince }) => ({
        id,
        label: `${ref} ${name}`,
        reason: stageReason,
        since: dayOf(stageSince),
      })),
      total: found.length < mostShown ? found.length : await tx.aiSystem.count({ where }),
    }
  })
}
