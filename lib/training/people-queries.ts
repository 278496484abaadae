import { addDays, type Day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { keptUntilWritten } from '#lib/kernel/kept'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { joined, type Sql, sql } from '#lib/platform/sql'
import { atSites } from './open-now.ts'
import { type AssignmentState, assignmentStates, type ClosedFor } from './options.ts'
import { assignmentState } from './standing.ts'

/** People on one page of a campaign. */
export const peoplePerPage = 50

/** What the list of a campaign's people is narrowed to; '' for all. */
export interface PeopleAsked {
  state: AssignmentState | ''
  siteId: string
  page: number
}

export interface PersonOfCampaign {
  id: string
  personId: string
  name: string
  jobTitle: string
  site: string
  dueOn: Day
  signedOn: Day | null
  state: AssignmentState
}

export interface SiteStanding {
  siteId: string | null
  name: string
  assigned: number
  signed: number
  late: number
}

/** A site whose lead was called in. */
interface EscalationOfSite {
  id: string
  siteId: string
  site: string
  lead: string | null
  escalatedOn: Day
  doneOn: Day | null
}

/** How a campaign stands with its people, as far as the actor knows them. */
export interface CampaignPeople {
  rows: PersonOfCampaign[]
  total: number
  page: number
  sites: SiteStanding[]
  /** Of those who have not signed: how many no mail reaches. */
  unreachable: number
  /** How many a reminder would go to now. */
  remindable: number
  escalations: EscalationOfSite[]
}

/** The assignments of a state today, as a condition on "Assignment" a. */
function inState(state: AssignmentState | '', today: Day): Sql {
  const open = sql`a."signedOn" IS NULL AND a."closedOn" IS NULL`
  const inTime = sql`${open} AND a."pausedOn" IS NULL AND a."dueOn" BETWEEN ${today}::date AND 'infinity'`
  switch (state) {
    case '':
      return sql`true`
    case 'signed':
      return sql`a."signedOn" <= a."dueOn"`
    case 'signed-late':
      return sql`a."signedOn" > a."dueOn"`
    case 'open':
      return sql`${inTime} AND a."startedAt" IS NULL`
    case 'started':
      return sql`${inTime} AND a."startedAt" IS NOT NULL`
    case 'late':
      return sql`${open} AND a."pausedOn" IS NULL AND a."dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date`
    case 'paused':
      return sql`${open} AND a."pausedOn" IS NOT NULL`
    default:
      return sql`a."signedOn" IS NULL AND a."closedFor" = ${state}`
  }
}

const rowSelect = {
  id: true,
  personId: true,
  dueOn: true,
  signedOn: true,
  startedAt: true,
  pausedOn: true,
  closedFor: true,
  person: { select: { name: true, jobTitle: true } },
  site: { select: { name: true } },
} as const satisfies Prisma.AssignmentSelect

function toRow(
  { person, site, startedAt, ...found }: Prisma.AssignmentGetPayload<{ select: typeof rowSelect }>,
  today: Day,
): PersonOfCampaign {
  const facts = {
    dueOn: dayOf(found.dueOn),
    signedOn: dayOrNull(found.signedOn),
    pausedOn: dayOrNull(found.pausedOn),
    closedFor: found.closedFor as ClosedFor | null,
    started: startedAt !== null,
  }
  const { id, personId } = found
  const { name, jobTitle } = person
  return {
    ...{ id, personId, name, jobTitle, site: site?.name ?? '' },
    ...{ dueOn: facts.dueOn, signedOn: facts.signedOn, state: assignmentState(facts, today) },
  }
}

/** How a campaign stands site by site, for those whose people the actor may know. From an index alone; one statement. */
async function standingBySite(tx: Tx, campaignId: string, sites: 'all' | readonly string[], today: Day) {
  const found = await tx.$queryRaw<SiteStanding[]>`
    SELECT n.*, coalesce(s."name", '') AS name FROM (
      SELECT "siteId",
        count(*) FILTER (WHERE "signedOn" IS NOT NULL OR "closedFor" IS NULL OR "closedFor" = 'closed')::int AS assigned,
        count("signedOn")::int AS signed,
        count(*) FILTER (WHERE "signedOn" IS NULL AND "closedFor" IS NULL AND "pausedOn" IS NULL AND "dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date)::int AS late
      FROM "Assignment"
      WHERE "campaignId" = ${campaignId}::uuid AND (${sites === 'all'}::boolean OR "siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))
      GROUP BY "siteId") n
    LEFT JOIN "Site" s ON s."id" = n."siteId"
    ORDER BY n.late DESC, s."name"`
  return found
}

/**
 * How many of those who have something to do of it now an e-mail reaches, and how many none does: counted from an index, less
 * those few who have no address. Two statements.
 */
async function reachable(tx: Tx, campaignId: string, sites: 'all' | readonly string[]) {
  const open = sql`a."campaignId" = ${campaignId}::uuid AND a."signedOn" IS NULL AND a."closedOn" IS NULL AND a."pausedOn" IS NULL AND ${atSites(sites)}`
  const numberOf = async (from: Sql) =>
    (await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ${from}`)[0]?.n ?? 0
  const all = await numberOf(sql`"Assignment" a WHERE ${open}`)
  const unreachable = await numberOf(
    sql`"Person" p JOIN "Assignment" a ON a."personId" = p."id" WHERE p."email" IS NULL AND ${open}`,
  )
  return { remindable: all - unreachable, unreachable }
}

/**
 * One page of people by name, and how many there are. Names are read in the order of their index and each looked up in the
 * campaign, until the page is full; to sort all of them first cost forty times as much for 10,000. Three statements.
 */
async function pageOfPeople(
  tx: Tx,
  campaignId: string,
  { state, siteId, page }: PeopleAsked,
  sites: 'all' | readonly string[],
  today: Day,
) {
  const where = joined(
    [
      sql`a."campaignId" = ${campaignId}::uuid`,
      atSites(sites),
      inState(state, today),
      ...(siteId ? [sql`a."siteId" = ${siteId}::uuid`] : []),
    ],
    ' AND ',
  )
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "Assignment" a WHERE ${where}`
  const total = counted?.total ?? 0
  const current = Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / peoplePerPage)))
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Person" p JOIN "Assignment" a ON a."personId" = p."id" WHERE ${where}
    ORDER BY p."name", p."id" LIMIT ${peoplePerPage} OFFSET ${(current - 1) * peoplePerPage}`
  const found = await tx.assignment.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: rowSelect,
  })
  const rows = new Map(found.map((one) => [one.id, toRow(one, today)]))
  return { rows: ids.flatMap(({ id }) => rows.get(id) ?? []), total, page: current }
}

/** One page of a campaign’s people by name, and how it stands with all of them. A constant number of statements. */
export async function peopleOfCampaign(
  actor: Actor,
  campaignId: string,
  asked: PeopleAsked,
): Promise<CampaignPeople> {
  const today = todayFor(actor)
  const sites = sitesWith(actor, 'training.read')
  const [list, standing] = await Promise.all([
    read(actor, (tx) => pageOfPeople(tx, campaignId, asked, sites, today)),
    keptUntilWritten(actor, `campaign ${campaignId}`, () =>
      read(actor, async (tx) => ({
        sites: await standingBySite(tx, campaignId, sites, today),
        ...(await reachable(tx, campaignId, sites)),
        escalations: await escalationsOf(tx, campaignId, sites),
      })),
    ),
  ])
  return { ...list, ...standing }
}

async function escalationsOf(tx: Tx, campaignId: string, sites: 'all' | readonly string[]) {
  const found = await tx.escalation.findMany({
    where: { campaignId, ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }) },
    select: {
      ...{ id: true, siteId: true, escalatedOn: true, doneOn: true },
      site: { select: { name: true } },
      lead: { select: { name: true } },
    },
    orderBy: { site: { name: 'asc' } },
  })
  return found.map(({ id, siteId: at, site, lead, escalatedOn, doneOn }) => ({
    ...{ id, siteId: at, site: site.name, lead: lead?.name ?? null },
    ...{ escalatedOn: dayOf(escalatedOn), doneOn: dayOrNull(doneOn) },
  }))
}

/** A state from an address; '' for anything else. */
export function stateAsked(text: unknown): AssignmentState | '' {
  return assignmentStates.find(({ value }) => value === text)?.value ?? ''
}

/** Which campaign and site a call to a lead is about; null when the actor does not know of it. */
export function findEscalation(
  actor: Actor,
  id: string,
): Promise<{ campaignId: string; siteId: string } | null> {
  const sites = sitesWith(actor, 'training.read')
  if (!isId(id) || (sites !== 'all' && sites.length === 0)) return Promise.resolve(null)
  return read(actor, (tx) =>
    tx.escalation.findFirst({
      where: { id, ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }) },
      select: { campaignId: true, siteId: true },
    }),
  )
}
