import { addDays, type Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'

/** How far the people of a campaign are; those who left or were taken out are not counted. */
export interface Counts {
  assigned: number
  signed: number
  /** Signed after the due date. */
  signedLate: number
  /** Not signed, and past the due date. */
  late: number
  paused: number
}

export const noCounts: Counts = { assigned: 0, signed: 0, signedLate: 0, late: 0, paused: 0 }

/**
 * The counts of these campaigns, by campaign; of one site, or of all (`sites` 'all'). From an index alone; one statement.
 */
export async function countsOf(
  tx: Tx,
  campaignIds: readonly string[],
  today: Day,
  sites: 'all' | readonly string[] = 'all',
): Promise<Map<string, Counts>> {
  if (campaignIds.length === 0) return new Map()
  const found = await tx.$queryRaw<(Counts & { campaignId: string })[]>`
    SELECT "campaignId",
      count(*) FILTER (WHERE "signedOn" IS NOT NULL OR "closedFor" IS NULL OR "closedFor" = 'closed')::int AS assigned,
      count("signedOn")::int AS signed,
      count(*) FILTER (WHERE "signedOn" > "dueOn")::int AS "signedLate",
      count(*) FILTER (WHERE "signedOn" IS NULL AND "closedFor" IS NULL AND "pausedOn" IS NULL AND "dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date)::int AS late,
      count(*) FILTER (WHERE "signedOn" IS NULL AND "closedFor" IS NULL AND "pausedOn" IS NOT NULL)::int AS paused
    FROM "Assignment"
    WHERE "campaignId" = ANY (${[...campaignIds]}::uuid[])
      AND (${sites === 'all'}::boolean OR "siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))
    GROUP BY "campaignId"`
  return new Map(found.map(({ campaignId, ...counts }) => [campaignId, counts]))
}
