import { addDays, type Day, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { dueRange } from '#lib/kernel/due'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type AssignmentState, assignmentStates, type ClosedFor } from './options.ts'
import { assignmentsOf } from './policy.ts'
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

/** The assignments of a state today, as a condition. */
function inState(tx: Tx, state: AssignmentState | '', today: Day): Prisma.AssignmentWhereInput {
  const open = { signedOn: null, closedFor: null }
  const late = dueRange('overdue', today)
  const notLate = { ...open, pausedOn: null, NOT: { dueOn: late } }
  const { dueOn } = tx.assignment.fields
  switch (state) {
    case '':
      return {}
    case 'signed':
      return { signedOn: { lte: dueOn } }
    case 'signed-late':
      return { signedOn: { gt: dueOn } }
    case 'open':
      return { ...notLate, startedAt: null }
    case 'started':
      return { ...notLate, startedAt: { not: null } }
    case 'late':
      return { ...open, pausedOn: null, dueOn: late }
    case 'paused':
      return { ...open, pausedOn: { not: null } }
    default:
      return { signedOn: null, closedFor: state }
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

/** How many of those who have something to do of it now an e-mail reaches, and how many none does. One statement. */
async function reachable(tx: Tx, campaignId: string, sites: 'all' | readonly string[]) {
  const [found] = await tx.$queryRaw<{ remindable: number; unreachable: number }[]>`
    SELECT count(p."email")::int AS remindable, (count(*) - count(p."email"))::int AS unreachable
    FROM "Assignment" a JOIN "Person" p ON p."id" = a."personId"
    WHERE a."campaignId" = ${campaignId}::uuid AND a."signedOn" IS NULL AND a."closedOn" IS NULL AND a."pausedOn" IS NULL
      AND (${sites === 'all'}::boolean OR a."siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))`
  return found ?? { remindable: 0, unreachable: 0 }
}

/** One page of a campaign’s people by name, and how it stands with all of them. A constant number of statements. */
export async function peopleOfCampaign(
  actor: Actor,
  campaignId: string,
  { state, siteId, page }: PeopleAsked,
): Promise<CampaignPeople> {
  const today = todayFor(actor)
  const sites = sitesWith(actor, 'training.read')
  const [list, standing] = await Promise.all([
    read(actor, async (tx) => {
      const where = {
        AND: [
          assignmentsOf(actor, 'training.read'),
          { campaignId, ...(siteId ? { siteId } : {}) },
          inState(tx, state, today),
        ],
      }
      const total = await tx.assignment.count({ where })
      const current = Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / peoplePerPage)))
      const found = await tx.assignment.findMany({
        where,
        select: rowSelect,
        orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
        ...{ skip: (current - 1) * peoplePerPage, take: peoplePerPage },
      })
      return { rows: found.map((one) => toRow(one, today)), total, page: current }
    }),
    read(actor, async (tx) => ({
      sites: await standingBySite(tx, campaignId, sites, today),
      ...(await reachable(tx, campaignId, sites)),
      escalations: await escalationsOf(tx, campaignId, sites),
    })),
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
