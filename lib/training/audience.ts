import { type Day, day } from '#lib/base/days'
import { lookingOn } from '#lib/kernel/access'
import type { Tx } from '#lib/platform/db'
import { hashed } from './hashed.ts'

/** Somebody whom a campaign is meant for and who has nothing to do of it: never had, or was taken out or away. */
export interface Meant {
  campaignId: string
  personId: string
  siteId: string | null
  startedOn: Day | null
  onLeave: boolean
  /** What they had to do before they left or were taken out. */
  assignmentId: string | null
}

/**
 * Everybody whom these campaigns are meant for and who has nothing to do of them: those of their work groups and sites,
 * without those left out by name and with those taken in; of a standing one, those who joined since it opened. People who
 * only look on and those who have left are never meant. One statement, however many campaigns.
 */
export async function newlyMeant(tx: Tx, campaignIds: readonly string[], today: Day): Promise<Meant[]> {
  if (campaignIds.length === 0) return []
  const found = await hashed(
    tx,
    () => tx.$queryRaw<(Omit<Meant, 'startedOn'> & { startedOn: string | null })[]>`
    SELECT c."id" AS "campaignId", p."id" AS "personId", a."id" AS "assignmentId", p."startedOn"::text AS "startedOn",
      (SELECT s."siteId" FROM "PersonSite" s WHERE s."personId" = p."id"
        ORDER BY s."siteId" = ANY (c."siteIds") DESC, s."siteId" LIMIT 1) AS "siteId",
      EXISTS (SELECT 1 FROM "TrainingLeave" l WHERE l."personId" = p."id" AND l."fromOn" <= ${today}::date
        AND (l."untilOn" IS NULL OR l."untilOn" >= ${today}::date)) AS "onLeave"
    FROM "Campaign" c
    CROSS JOIN "Person" p
    LEFT JOIN "JobTitleGroup" g ON g."title" = lower(p."jobTitle" COLLATE "default")
    LEFT JOIN "CampaignPerson" x ON x."campaignId" = c."id" AND x."personId" = p."id"
    LEFT JOIN "Assignment" a ON a."campaignId" = c."id" AND a."personId" = p."id"
    WHERE c."id" = ANY (${[...campaignIds]}::uuid[])
      AND (a."id" IS NULL OR (a."signedOn" IS NULL AND a."closedFor" IN ('left', 'not-meant')))
      AND p."active" AND p."archivedAt" IS NULL
      AND p."id" NOT IN (SELECT r."personId" FROM "RoleAssignment" r GROUP BY r."personId"
        HAVING bool_and(r."role" = ANY (${[...lookingOn]}::text[])))
      AND (x."isIn" OR (x."isIn" IS NULL
        AND (cardinality(c."groups") = 0 OR g."group" = ANY (c."groups"))
        AND (cardinality(c."siteIds") = 0 OR EXISTS (SELECT 1 FROM "PersonSite" s WHERE s."personId" = p."id" AND s."siteId" = ANY (c."siteIds")))
        AND (c."occasion" <> 'joining' OR p."startedOn" >= c."opensOn")))
    ORDER BY c."id", p."id"`,
  )
  return found.map((row) => ({ ...row, startedOn: row.startedOn === null ? null : day(row.startedOn) }))
}

/** What is open of a campaign for people whom it is not meant for any more, by its work groups, sites and names. One statement. */
export async function noLongerMeant(tx: Tx, campaignId: string): Promise<string[]> {
  const found = await hashed(
    tx,
    () => tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Assignment" a
    JOIN "Campaign" c ON c."id" = a."campaignId"
    JOIN "Person" p ON p."id" = a."personId"
    LEFT JOIN "JobTitleGroup" g ON g."title" = lower(p."jobTitle" COLLATE "default")
    LEFT JOIN "CampaignPerson" x ON x."campaignId" = c."id" AND x."personId" = p."id"
    WHERE a."campaignId" = ${campaignId}::uuid AND a."signedOn" IS NULL AND a."closedOn" IS NULL
      AND (NOT x."isIn" OR (x."isIn" IS NULL AND NOT (
        (cardinality(c."groups") = 0 OR coalesce(g."group" = ANY (c."groups"), false))
        AND (cardinality(c."siteIds") = 0 OR EXISTS (SELECT 1 FROM "PersonSite" s WHERE s."personId" = p."id" AND s."siteId" = ANY (c."siteIds"))))))
    ORDER BY a."id"`,
  )
  return found.map(({ id }) => id)
}

/** How many people an audience reaches, and whom it may miss because nobody has said what their job title stands for. */
export interface Reached {
  people: number
  /** People at these sites whose title is in no work group, or who have none: missed when work groups are chosen. */
  unsorted: number
}

/** Counts an audience before there is a campaign. One statement. */
export async function reachOf(
  tx: Tx,
  {
    groups,
    siteIds,
    joinedSince,
  }: { groups: readonly string[]; siteIds: readonly string[]; joinedSince: Day | null },
): Promise<Reached> {
  const [found] = await tx.$queryRaw<Reached[]>`
    SELECT count(*) FILTER (WHERE cardinality(${[...groups]}::text[]) = 0 OR g."group" = ANY (${[...groups]}::text[]))::int AS people,
      count(*) FILTER (WHERE g."group" IS NULL)::int AS unsorted
    FROM "Person" p
    LEFT JOIN "JobTitleGroup" g ON g."title" = lower(p."jobTitle" COLLATE "default")
    WHERE p."active" AND p."archivedAt" IS NULL
      AND p."id" NOT IN (SELECT r."personId" FROM "RoleAssignment" r GROUP BY r."personId"
        HAVING bool_and(r."role" = ANY (${[...lookingOn]}::text[])))
      AND (cardinality(${[...siteIds]}::uuid[]) = 0
        OR EXISTS (SELECT 1 FROM "PersonSite" s WHERE s."personId" = p."id" AND s."siteId" = ANY (${[...siteIds]}::uuid[])))
      AND (${joinedSince}::date IS NULL OR p."startedOn" >= ${joinedSince}::date)`
  return found ?? { people: 0, unsorted: 0 }
}
