import { addDays, type Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { ForecastDuty } from './forecast.ts'
import { furthestAhead } from './ladder.ts'

/** Every open duty of which somebody may be told until a day, or those that one person owns or backs up. */
export function dutiesUntil(tx: Tx, until: Day, personId: string | null = null): Promise<ForecastDuty[]> {
  return tx.$queryRaw<ForecastDuty[]>`
    SELECT "id", "dueOn"::text AS "dueOn", "ownerId", "backupId", "snoozedUntil"::text AS "snoozedUntil" FROM "Obligation"
    WHERE "state" = 'open' AND "dueOn" BETWEEN '-infinity' AND ${addDays(until, furthestAhead)}::date
      AND (${personId}::uuid IS NULL OR "ownerId" = ${personId}::uuid OR "backupId" = ${personId}::uuid)
    ORDER BY "dueOn", "id"`
}

/** The last step by duty and person that they were told of, for the date that the duty has now. */
export async function toldSoFar(tx: Tx, personId: string | null = null): Promise<Map<string, number>> {
  const found = await tx.$queryRaw<{ pair: string; told: number }[]>`
    SELECT s."obligationId" || ' ' || s."recipientId" AS pair, max(s."step") AS told
    FROM "ReminderStep" s
    JOIN "Obligation" o ON o."id" = s."obligationId" AND o."dueOn" = s."dueOn" AND o."state" = 'open'
    JOIN "OutgoingMail" m ON m."id" = s."mailId" AND m."state" IN ('waiting', 'sending', 'sent')
    WHERE NOT s."leftOut" AND (${personId}::uuid IS NULL OR s."recipientId" = ${personId}::uuid)
    GROUP BY s."obligationId", s."recipientId"`
  return new Map(found.map(({ pair, told }) => [pair, told]))
}
