import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { countDuties, type DueCounts } from './due-counts.ts'
import { type OverdueHistory, overdueHistory } from './overdue-history.ts'
import { countSystems, type SystemCounts } from './system-counts.ts'

export interface Overview {
  today: Day
  due: DueCounts
  history: OverdueHistory
  systems: SystemCounts
}

/** Every number of the overview within the actor's view: six statements in one transaction. */
export function overviewFor(actor: Actor): Promise<Overview> {
  const today = todayFor(actor)
  return read(actor, async (tx) => ({
    today,
    due: await countDuties(tx, actor, today),
    history: await overdueHistory(tx, actor, today),
    systems: await countSystems(tx, actor),
  }))
}
