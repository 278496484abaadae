import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { countBySite, countDuties, type DueCounts, type SiteCounts } from './due-counts.ts'
import { type OverdueHistory, overdueHistory } from './overdue-history.ts'
import { limitedTo } from './overview.ts'
import { reachOf } from './reach.ts'
import { countSystems, type SystemCounts } from './system-counts.ts'

/** The numbers behind the charts. */
export interface OverviewDetail {
  today: Day
  due: DueCounts & { bySite: SiteCounts[] }
  history: OverdueHistory
  systems: SystemCounts
  /** The sites it is limited to, by name; null for somebody who sees the whole practice. */
  siteNames: string[] | null
}

/** Every number of the charts within the actor's view, in three transactions side by side. */
export async function overviewDetail(actor: Actor): Promise<OverviewDetail> {
  const today = todayFor(actor)
  const reach = reachOf(actor)
  const [due, history, rest] = await Promise.all([
    read(actor, async (tx) => ({
      ...(await countDuties(tx, reach, today)),
      bySite: await countBySite(tx, reach, today),
    })),
    read(actor, (tx) => overdueHistory(tx, reach, today)),
    read(actor, async (tx) => ({
      systems: await countSystems(tx, actor),
      siteNames: await limitedTo(tx, actor),
    })),
  ])
  return { today, due, history, ...rest }
}
