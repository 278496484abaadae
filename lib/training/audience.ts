import { type Day, day } from '#lib/base/days'
import { lookingOn } from '#lib/kernel/access'
import type { Tx } from '#lib/platform/db'

/** Who a campaign is for. */
export interface Audience {
  id: string
  groups: readonly string[]
  siteIds: readonly string[]
  opensOn: Day
  isJoining: boolean
}

export interface Meant {
  personId: string
  siteId: string | null
  startedOn: Day | null
  onLeave: boolean
}

/**
 * Everybody a campaign is meant for who has no assignment of it yet: those of its work groups and sites, without those left
 * out by name and with those taken in; of a standing one, those who joined since it opened. People who only look on and those
 * who have left are never meant. One statement.
 */
export async function notYetAssigned(tx: Tx, audience: Audience, today: Day): Promise<Meant[]> {
  const { id, groups, siteIds, opensOn, isJoining } = audience
  const found = await tx.$queryRaw<
    { personId: string; siteId: string | null; startedOn: string | null; onLeave: boolean }[]
  >`
    SELECT p."id" AS "personId", home."siteId", p."startedOn"::text AS "startedOn",
      EXISTS (SELECT 1 FROM "TrainingLeave" l WHERE l."personId" = p."id" AND l."fromOn" <= ${today}::date
        AND (l."untilOn" IS NULL OR l."untilOn" >= ${today}::date)) AS "onLeave"
    FROM "Person" p
    LEFT JOIN "JobTitleGroup" g ON g."title" = lower(p."jobTitle" COLLATE "default")
    LEFT JOIN "CampaignPerson" x ON x."campaignId" = ${id}::uuid AND x."personId" = p."id"
    LEFT JOIN LATERAL (
      SELECT s."siteId" FROM "PersonSite" s WHERE s."personId" = p."id"
      ORDER BY s."siteId" = ANY (${[...siteIds]}::uuid[]) DESC, s."siteId" LIMIT 1) home ON true
    WHERE p."active" AND p."archivedAt" IS NULL
      AND NOT (EXISTS (SELECT 1 FROM "RoleAssignment" r WHERE r."personId" = p."id")
        AND NOT EXISTS (SELECT 1 FROM "RoleAssignment" r WHERE r."personId" = p."id" AND r."role" <> ALL (${[...lookingOn]}::text[])))
      AND (x."isIn" OR (x."isIn" IS NULL
        AND (cardinality(${[...groups]}::text[]) = 0 OR g."group" = ANY (${[...groups]}::text[]))
        AND (cardinality(${[...siteIds]}::uuid[]) = 0 OR home."siteId" = ANY (${[...siteIds]}::uuid[]))
        AND (NOT ${isJoining}::boolean OR p."startedOn" >= ${opensOn}::date)))
      AND NOT EXISTS (SELECT 1 FROM "Assignment" a WHERE a."campaignId" = ${id}::uuid AND a."personId" = p."id")
    ORDER BY p."id"`
  return found.map((row) => ({ ...row, startedOn: row.startedOn === null ? null : day(row.startedOn) }))
}
