import { type Day, dayOf } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'

/** The open duty of a record that is due first. */
export interface FirstDuty {
  key: string
  title: string
  dueOn: Day
}

/** The open duty of each of these records that is due first, of one day the gravest, by record. One statement. */
export async function firstDuties(
  tx: Tx,
  recordKind: string,
  ids: readonly string[],
): Promise<Map<string, FirstDuty>> {
  const duties = await tx.obligation.findMany({
    where: { recordKind, recordId: { in: [...ids] }, state: 'open' },
    select: { recordId: true, key: true, title: true, dueOn: true },
    // The last one of a record stays in the map.
    orderBy: [{ dueOn: 'desc' }, { harm: 'asc' }],
  })
  return new Map(
    duties.map(({ recordId, key, title, dueOn }) => [recordId, { key, title, dueOn: dayOf(dueOn) }]),
  )
}
