import { z } from 'zod'
import { addDays, type Day, dateOf, dayOf } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { dueRange } from '#lib/kernel/due'
import { dutyScope } from '#lib/kernel/due-scope'
import type { Tx } from '#lib/platform/db'
import { daysLookedBackAt, quarterBefore } from './due-buckets.ts'

export interface OverdueHistory {
  /** Overdue at the end of each day given, oldest first; only days that the records reach back to. */
  points: { on: Day; overdue: number }[]
  /** Overdue three months ago; null when the records do not reach back that far. */
  quarterAgo: { on: Day; overdue: number } | null
  /** The first day of the records when it lies within the year; null when they cover all of it. */
  since: Day | null
}

const spanRow = z.object({
  from: z.int(),
  until: z.int(),
  n: z.int(),
  opened: z.date().transform(dayOf),
  closed: z.date().transform(dayOf).nullable(),
})

/**
 * How many duties were overdue at each month's end of the past year, and today. A duty counts from the day it was opened
 * until the day it was closed, whatever its closing was called; one whose date was moved counts by the date it has now.
 */
export async function overdueHistory(tx: Tx, actor: Actor, today: Day): Promise<OverdueHistory> {
  const quarter = quarterBefore(today)
  const days = [...daysLookedBackAt(today), today]
  const limits = days.map((on) => (dueRange('overdue', on).lte ?? dateOf(on)).toISOString().slice(0, 10))
  const { all, siteIds, practiceWide } = dutyScope(actor)
  const me = actor.personId
  // Each duty is overdue over one stretch of the sampled days: counted once, by where the stretch begins and ends. What was
  // closed in time never was overdue; without it the partial index "Obligation_late" serves, some 60 pages for 10,000 rows.
  const found = await tx.$queryRaw`
    SELECT greatest(width_bucket(o."dueOn" - 1, d.limits), width_bucket(o."openedOn" - 1, d.days)) AS "from",
      width_bucket(o."closedOn" - 1, d.days) AS "until", count(*)::int AS n, min(o."openedOn") AS opened,
      (SELECT min("closedOn") FROM "Obligation") AS closed
    FROM (
      SELECT "dueOn", "openedOn", 'infinity'::date AS "closedOn", "siteIds", "ownerId", "backupId"
      FROM "Obligation" WHERE "state" = 'open'
      UNION ALL
      SELECT "dueOn", "openedOn", "closedOn", "siteIds", "ownerId", "backupId"
      FROM "Obligation" WHERE "closedOn" > ${days[0]}::date AND "closedOn" > "dueOn"
    ) o, (SELECT ${days}::date[] AS days, ${limits}::date[] AS limits) d
    WHERE ${all}::boolean OR o."ownerId" = ${me}::uuid OR o."backupId" = ${me}::uuid OR o."siteIds" && ${siteIds}::uuid[]
      OR (${practiceWide}::boolean AND o."siteIds" = '{}')
    GROUP BY 1, 2`
  return fold(z.array(spanRow).parse(found), days, quarter)
}

function fold(spans: z.output<typeof spanRow>[], days: readonly Day[], quarter: Day): OverdueHistory {
  let since: Day | null = null
  for (const { opened, closed } of spans)
    for (const seen of [opened, closed]) if (seen !== null && (since === null || seen < since)) since = seen
  const points = days
    .map((on, index) => ({
      on,
      overdue: spans.reduce((sum, { from, until, n }) => (from <= index && index < until ? sum + n : sum), 0),
    }))
    .filter(({ on }) => since !== null && since <= on)
  return {
    points: points.filter(({ on }) => on !== quarter || isMonthEnd(on)),
    quarterAgo: points.find(({ on }) => on === quarter) ?? null,
    since: since !== null && days[0] !== undefined && since > days[0] ? since : null,
  }
}

function isMonthEnd(on: Day): boolean {
  return addDays(on, 1).endsWith('-01')
}
