import { z } from 'zod'
import type { SyncContext } from '#lib/kernel/context'
import { practiceKeepers } from '#lib/kernel/due-scope'
import type { DueSync } from '#lib/kernel/due-store'
import { riskKind } from '#lib/risks/schema'
import { settle } from '#lib/risks/store'

/** The first look after a system moved finds it. */
const recentHours = 1

/**
 * The duties of the risks that stand elsewhere than their own sites and those of their AI systems say, where one of these was
 * changed of late; with `all` whenever that was. One statement where there are none, which is nearly always: 1 ms, with `all` 90
 * for 20,000 risks.
 */
export async function misplacedRisks(context: SyncContext, all: boolean): Promise<DueSync[]> {
  const { tx, now } = context
  const found = await tx.$queryRaw`
    WITH touched AS (
      SELECT DISTINCT l."riskId" AS id FROM "AiSystem" s JOIN "RiskSystem" l ON l."systemId" = s."id"
      WHERE ${all} OR s."updatedAt" > ${now}::timestamptz - ${recentHours} * interval '1 hour'
    ), standing AS (
      SELECT t.id AS "riskId", r."siteId" FROM touched t JOIN "RiskSite" r ON r."riskId" = t.id
      UNION SELECT t.id, p."siteId" FROM touched t
        JOIN "RiskSystem" l ON l."riskId" = t.id JOIN "AiSystemSite" p ON p."systemId" = l."systemId"
    ), places AS (
      SELECT "riskId", array_agg("siteId" ORDER BY "siteId") AS sites FROM standing GROUP BY "riskId"
    )
    SELECT DISTINCT t.id FROM touched t
    JOIN "Obligation" o ON o."recordKind" = ${riskKind} AND o."recordId" = t.id AND o."state" = 'open'
    LEFT JOIN places p ON p."riskId" = t.id
    WHERE ARRAY(SELECT unnest(o."siteIds") ORDER BY 1) <> COALESCE(p.sites, ARRAY[${practiceKeepers}::uuid])`
  const ids = z.array(z.object({ id: z.string() })).parse(found)
  return ids.length > 0 ? settle(context, { id: { in: ids.map(({ id }) => id) } }) : []
}
