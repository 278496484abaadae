import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { dutyScope } from '#lib/kernel/due-scope'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import { countDuties, type DueCounts } from './due-counts.ts'
import { type OverdueHistory, overdueHistory } from './overdue-history.ts'
import { countSystems, type SystemCounts } from './system-counts.ts'

export interface Overview {
  today: Day
  due: DueCounts
  history: OverdueHistory
  systems: SystemCounts
  /** The sites it is limited to, by name; null for somebody who sees the whole practice. */
  siteNames: string[] | null
}

/**
 * Every number of the overview within the actor's view, in three transactions side by side: what each counts takes about
 * as long as the rest of the page.
 */
export async function overviewFor(actor: Actor): Promise<Overview> {
  const today = todayFor(actor)
  const [due, history, rest] = await Promise.all([
    read(actor, (tx) => countDuties(tx, actor, today)),
    read(actor, (tx) => overdueHistory(tx, actor, today)),
    read(actor, async (tx) => ({
      systems: await countSystems(tx, actor),
      siteNames: await limitedTo(tx, actor),
    })),
  ])
  return { today, due, history, ...rest }
}

async function limitedTo(tx: Tx, actor: Actor): Promise<string[] | null> {
  const { all, siteIds } = dutyScope(actor)
  if (all) return null
  const sites = await tx.site.findMany({
    where: { id: { in: siteIds } },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  return sites.map(({ name }) => name)
}
