import type { Actor } from '#lib/kernel/access'
import { dueRange } from '#lib/kernel/due'
import { visibleDuties } from '#lib/kernel/due-scope'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { countedDuties } from './reach.ts'

/** How many duties within the actor's view are overdue: as many as the list of duties shows them. One statement. */
export function countOverdue(actor: Actor): Promise<number> {
  const overdue = { state: 'open', dueOn: dueRange('overdue', todayFor(actor)) }
  return read(actor, (tx) =>
    tx.obligation.count({ where: { AND: [visibleDuties(actor), countedDuties(actor), overdue] } }),
  )
}
