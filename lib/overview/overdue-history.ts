import { z } from 'zod'
import { type Day, dayOf, lastQuarterEnd } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import { daysLookedBackAt } from './due-buckets.ts'
import type { DutyReach } from './reach.ts'

export interface OverdueHistory {
  /** Overdue at the end of each day given, oldest first; only days that the records reach back to. */
  points: { on: Day; overdue: number }[]
  /** Overdue at the end of last quarter; null when the records do not reach back that far. */
  quarterAgo: { on: Day; overdue: number } | null
  /** The first day of the records when it lies within the year; null when they cover all of it. */
  since: Day | null
}

const stepRow = z.object({
  /** How many of the sampled days come before: the change shows from the next one on. */
  at: z.int(),
  change: z.int(),
  opened: z.date().transform(dayOf),
  closed: z.date().transform(dayOf).nullable(),
})

/**
 * How many duties were overdue at each month's end of the past year, and today. A duty counts from the day after its due
 * date (from the day it was opened, if that was later) until the day it was closed, whatever its closing was called; one
 * whose date was moved counts by the date it has now.
 */
export async function overdueHistory(
  tx: Tx,
  { all, siteIds, practiceWide, personId: me }: DutyReach,
  today: Day,
): Promise<OverdueHistory> {
  const days = [...daysLookedBackAt(today), today]
  // What was closed in time never was overdue; without it the partial index "Obligation_late" serves, some 60 pages for
  // 10,000 rows. Those are read once and grouped twice: by the day each became overdue, and by the day that ended.
  const found = await tx.$queryRaw`
    WITH steps AS MATERIALIZED (
      SELECT greatest("dueOn" + 1, "openedOn") AS late, greatest("closedOn", "openedOn") AS closed, count(*)::int AS n, min("openedOn") AS opened
      FROM (
        SELECT "dueOn", "openedOn", 'infinity'::date AS "closedOn", "siteIds", "ownerId", "backupId", "isPersonal"
        FROM "Obligation" WHERE "state" = 'open'
        UNION ALL
        SELECT "dueOn", "openedOn", "closedOn", "siteIds", "ownerId", "backupId", "isPersonal"
        FROM "Obligation" WHERE "closedOn" > ${days[0]}::date AND "closedOn" > "dueOn"
      ) o
      WHERE (${all}::boolean OR o."ownerId" = ${me}::uuid OR o."backupId" = ${me}::uuid OR o."siteIds" && ${siteIds}::uuid[]
        OR (${practiceWide}::boolean AND o."siteIds" = '{}'))
        AND (NOT o."isPersonal" OR o."ownerId" = ${me}::uuid)
      GROUP BY GROUPING SETS ((1), (2))
    )
    SELECT width_bucket(coalesce(late, closed) - 1, ${days}::date[]) AS at,
      sum(CASE WHEN late IS NULL THEN -n ELSE n END)::int AS change, min(opened) AS opened,
      (SELECT min("closedOn") FROM "Obligation") AS closed
    FROM steps GROUP BY 1`
  return fold(z.array(stepRow).parse(found), days, lastQuarterEnd(today))
}

function fold(steps: z.output<typeof stepRow>[], days: readonly Day[], quarter: Day): OverdueHistory {
  let since: Day | null = null
  for (const { opened, closed } of steps)
    for (const seen of [opened, closed]) if (seen !== null && (since === null || seen < since)) since = seen
  const points = days
    .map((on, index) => ({
      on,
      overdue: steps.reduce((sum, { at, change }) => (at <= index ? sum + change : sum), 0),
    }))
    .filter(({ on }) => since !== null && since <= on)
  return {
    points,
    quarterAgo: points.find(({ on }) => on === quarter) ?? null,
    since: since !== null && days[0] !== undefined && since > days[0] ? since : null,
  }
}
