import { addDays, type Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import { type Sql, sql } from '#lib/platform/sql'
import { quarterOf } from './quarter.ts'

type Sites = 'all' | readonly string[]

/** Assignments at these sites, as a condition on "Assignment" a. */
export function atSites(sites: Sites): Sql {
  return sites === 'all' ? sql`true` : sql`a."siteId" = ANY (${[...sites]}::uuid[])`
}

/**
 * What counts in the campaigns that are open, one row each with whose it is and how it stands. Of a standing campaign what was
 * signed counts in the quarter of its being assigned, and what was not as long as it takes.
 */
function openTrainings(sites: Sites, today: Day): Sql {
  const counts = sql`(a."signedOn" IS NOT NULL OR a."closedFor" IS NULL OR a."closedFor" = 'closed') AND ${atSites(sites)}`
  const open = sql`c."archivedAt" IS NULL AND c."closedOn" IS NULL AND c."opensOn" <= ${today}::date`
  const columns = sql`a."personId", a."signedOn", a."closedFor", a."pausedOn", a."dueOn", c."escalateAfterDays"`
  return sql`
    SELECT ${columns} FROM "Assignment" a JOIN "Campaign" c ON c."id" = a."campaignId"
    WHERE ${open} AND c."dueOn" IS NOT NULL AND ${counts}
    UNION ALL
    SELECT ${columns} FROM "Assignment" a JOIN "Campaign" c ON c."id" = a."campaignId"
    WHERE ${open} AND c."dueOn" IS NULL AND ${counts} AND (a."signedOn" IS NULL OR a."assignedOn" >= ${quarterOf(today)}::date)`
}

/** Each person with something open, whether all of it is signed, and whether they are late. */
export function peopleNow(sites: Sites, today: Day): Sql {
  const late = sql`o."signedOn" IS NULL AND o."closedFor" IS NULL AND o."pausedOn" IS NULL`
  return sql`
    SELECT o."personId", bool_and(o."signedOn" IS NOT NULL) AS done,
      bool_or(${late} AND o."dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date) AS late,
      bool_or(${late} AND o."dueOn" + o."escalateAfterDays" < ${today}::date) AS long
    FROM (${openTrainings(sites, today)}) o GROUP BY 1`
}

export interface PeopleNow {
  /** Those who work here and have a training that is open. */
  people: number
  /** Of them, those who have signed all of it. */
  done: number
  late: number
  /** Late beyond the days after which the site lead is called in. */
  long: number
}

/** How many people stand where with what is open now. One statement. */
export async function countPeopleNow(tx: Tx, sites: Sites, today: Day): Promise<PeopleNow> {
  const [found] = await tx.$queryRaw<PeopleNow[]>`
    SELECT count(*)::int AS people, (count(*) FILTER (WHERE n.done))::int AS done,
      (count(*) FILTER (WHERE n.late))::int AS late, (count(*) FILTER (WHERE n.long))::int AS long
    FROM (${peopleNow(sites, today)}) n JOIN "Person" p ON p."id" = n."personId"
    WHERE p."active" AND p."archivedAt" IS NULL`
  return found ?? { people: 0, done: 0, late: 0, long: 0 }
}

/** '412 of 430 people have signed all that is open; 9 are late'. In numbers: a share of three people tells nothing. */
export function peopleSentence({ people, done, late }: PeopleNow): string {
  if (people === 0) return 'No training is open now'
  const figure = (number: number) => number.toLocaleString('en-US')
  const who =
    people === 1 ? `${figure(done)} of 1 person has` : `${figure(done)} of ${figure(people)} people have`
  return `${who} signed all that is open; ${late === 0 ? 'nobody is late' : `${figure(late)} ${late === 1 ? 'is' : 'are'} late`}`
}
