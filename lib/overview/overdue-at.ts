import { z } from 'zod'
import { addDays, type Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { DutyReach } from './reach.ts'

const row = z.object({ overdue: z.int(), known: z.boolean() })

/**
 * How many duties within reach were overdue at the end of a day past, as `overdueHistory` counts them; null when the records do
 * not reach back that far. One statement, which reads by index what was open then: little, where a year is much.
 */
export async function overdueAt(
  tx: Tx,
  { all, siteIds, practiceWide, personId: me }: DutyReach,
  on: Day,
): Promise<number | null> {
  const lastDue = addDays(on, -1)
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT (
      SELECT count(*)::int FROM (
        SELECT "openedOn", "siteIds", "ownerId", "backupId", "isPersonal" FROM "Obligation"
        WHERE "state" = 'open' AND "dueOn" BETWEEN '-infinity' AND ${lastDue}::date
        UNION ALL
        SELECT "openedOn", "siteIds", "ownerId", "backupId", "isPersonal" FROM "Obligation"
        WHERE "closedOn" > ${on}::date AND "closedOn" > "dueOn" AND "dueOn" BETWEEN '-infinity' AND ${lastDue}::date
      ) o
      WHERE "openedOn" <= ${on}::date
        AND (${all}::boolean OR o."ownerId" = ${me}::uuid OR o."backupId" = ${me}::uuid OR o."siteIds" && ${siteIds}::uuid[]
             OR (${practiceWide}::boolean AND o."siteIds" = '{}'))
        AND (NOT o."isPersonal" OR o."ownerId" = ${me}::uuid)
    ) AS overdue, EXISTS (SELECT 1 FROM "Obligation" WHERE "openedOn" <= ${on}::date) AS known`
  const { overdue, known } = row.parse(found)
  return known ? overdue : null
}
