import { addDays, type Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { ForecastDuty } from './forecast.ts'
import { furthestAhead } from './ladder.ts'

/** Every open duty of which somebody may be told until a day. As one text, because a practice may have 50,000 of them. */
export async function dutiesUntil(tx: Tx, until: Day): Promise<ForecastDuty[]> {
  const [found] = await tx.$queryRaw<{ all: string | null }[]>`
    SELECT json_agg(json_build_array("id", "dueOn", "ownerId", "backupId", "snoozedUntil", "isPersonal"))::text AS all FROM "Obligation"
    WHERE "state" = 'open' AND "dueOn" BETWEEN '-infinity' AND ${addDays(until, furthestAhead)}::date`
  return rowsOf<[string, string, string | null, string | null, string | null, boolean]>(found).map(
    ([id, dueOn, ownerId, backupId, snoozedUntil, isPersonal]) => ({
      ...{ id, dueOn, ownerId, backupId, snoozedUntil, isPersonal },
    }),
  )
}

/** As `dutiesUntil`, of those that one person owns or backs up. */
export function dutiesOf(tx: Tx, until: Day, personId: string): Promise<ForecastDuty[]> {
  return tx.$queryRaw<ForecastDuty[]>`
    SELECT "id", "dueOn"::text AS "dueOn", "ownerId", "backupId", "snoozedUntil"::text AS "snoozedUntil", "isPersonal" FROM "Obligation"
    WHERE "state" = 'open' AND "dueOn" BETWEEN '-infinity' AND ${addDays(until, furthestAhead)}::date
      AND ("ownerId" = ${personId}::uuid OR "backupId" = ${personId}::uuid)`
}

/** The last step by duty and person that they were told of, for the date that the duty has now. */
export async function toldSoFar(tx: Tx): Promise<Map<string, number>> {
  const [found] = await tx.$queryRaw<{ all: string | null }[]>`
    SELECT json_agg(json_build_array(t."obligationId" || ' ' || t."recipientId", t.told))::text AS all FROM (
      SELECT s."obligationId", s."recipientId", max(s."step") AS told
      FROM "ReminderStep" s
      JOIN "Obligation" o ON o."id" = s."obligationId" AND o."dueOn" = s."dueOn" AND o."state" = 'open'
      JOIN "OutgoingMail" m ON m."id" = s."mailId" AND m."state" IN ('waiting', 'sending', 'sent')
      WHERE NOT s."leftOut"
      GROUP BY s."obligationId", s."recipientId") t`
  return new Map(rowsOf<[string, number]>(found))
}

/** As `toldSoFar`, of one person and some duties. */
export async function toldTo(
  tx: Tx,
  personId: string,
  duties: readonly { id: string }[],
): Promise<Map<string, number>> {
  const found = await tx.$queryRaw<{ pair: string; told: number }[]>`
    SELECT s."obligationId" || ' ' || s."recipientId" AS pair, max(s."step") AS told
    FROM "ReminderStep" s
    JOIN "Obligation" o ON o."id" = s."obligationId" AND o."dueOn" = s."dueOn" AND o."state" = 'open'
    JOIN "OutgoingMail" m ON m."id" = s."mailId" AND m."state" IN ('waiting', 'sending', 'sent')
    WHERE NOT s."leftOut" AND s."recipientId" = ${personId}::uuid
      AND s."obligationId" = ANY (${duties.map(({ id }) => id)}::uuid[])
    GROUP BY s."obligationId", s."recipientId"`
  return new Map(found.map(({ pair, told }) => [pair, told]))
}

function rowsOf<Row>(found: { all: string | null } | undefined): Row[] {
  return found?.all ? (JSON.parse(found.all) as Row[]) : []
}
