import { addDays, addMonths, type Day, day } from '#lib/base/days'
import { searchWords } from '#lib/base/text'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import { joined, type Sql, sql } from '#lib/platform/sql'
import { columnsShown, type MatrixQuery, pageSize } from './matrix-filter.ts'
import { atSites, peopleNow } from './open-now.ts'
import type { AssignmentState, ClosedFor } from './options.ts'
import { type Quarter, quartersUntil, wasLate, worstOf } from './quarter.ts'
import { assignmentState } from './standing.ts'

/** What one person had to do of one campaign. */
export interface MatrixPart {
  assignmentId: string
  campaign: string
  state: AssignmentState
  dueOn: Day
  signedOn: Day | null
}

/** A person's quarter: the state to look at first, and everything that makes it. */
export interface MatrixCell {
  worst: AssignmentState | null
  parts: MatrixPart[]
}

export interface MatrixRow {
  personId: string
  name: string
  ref: string
  jobTitle: string
  active: boolean
  cells: MatrixCell[]
  /** How often this person did not sign in time, and of how many. */
  late: number
  of: number
}

export interface MatrixPage {
  quarters: Quarter[]
  rows: MatrixRow[]
  total: number
  /** The quarter of the first campaign; null before there is one. */
  oldest: Quarter | null
}

/** The assignments of whose people the actor may know, as a condition on "Assignment" a. */
const within = (actor: Actor) => atSites(sitesWith(actor, 'training.read'))

/** Everybody within the actor's sites whom the query asks for, as a condition on "Person" p. */
function whoOf(actor: Actor, query: MatrixQuery, today: Day): Sql {
  const parts = [sql`p."archivedAt" IS NULL`]
  // Whoever has left since counts in the numbers of a quarter, and so stands among its rows.
  if (query.quarter === '') parts.push(query.state === 'left' ? sql`NOT p."active"` : sql`p."active"`)
  const sites = sitesWith(actor, 'training.read')
  // What is asked of their assignments is asked within the actor's sites already, also of somebody who has moved on.
  const asksAssignments = query.quarter !== '' || (query.state !== '' && query.state !== 'left')
  if (sites !== 'all' && !asksAssignments)
    parts.push(
      sql`p."id" IN (SELECT s."personId" FROM "PersonSite" s WHERE s."siteId" = ANY (${[...sites]}::uuid[]) OFFSET 0)`,
    )
  if (query.site)
    parts.push(
      sql`p."id" IN (SELECT s."personId" FROM "PersonSite" s WHERE s."siteId" = ${query.site}::uuid)`,
    )
  for (const word of searchWords(query.search)) parts.push(sql`p."searchText" LIKE ${`%${word}%`}`)
  if (query.group)
    parts.push(sql`lower(p."jobTitle" COLLATE "default") IN
      (SELECT g."title" FROM "JobTitleGroup" g WHERE g."group" = ${query.group})`)
  // OFFSET 0: found once and held against the people, not looked up for each of them.
  const now = nowOf(query.state)
  if (now)
    parts.push(sql`p."id" IN (SELECT n."personId" FROM (${peopleNow(sites, today)}) n WHERE ${now} OFFSET 0)`)
  if (query.state === 'ever-late')
    parts.push(sql`p."id" IN (SELECT "personId" FROM (${lateTimes(actor, today)}) l OFFSET 0)`)
  if (query.quarter) parts.push(inQuarter(actor, query, query.quarter, today))
  return joined(parts, ' AND ')
}

/** The states that are about what is open now, as a condition on `peopleNow`; null for the others. */
function nowOf(state: MatrixQuery['state']): Sql | null {
  if (state === 'late') return sql`n.late`
  if (state === 'late-long') return sql`n.long`
  if (state === 'done') return sql`n.done`
  return state === 'open' ? sql`NOT n.done` : null
}

/** Those who had something to sign in one quarter, by how that came out. */
function inQuarter(actor: Actor, { outcome }: MatrixQuery, quarter: Quarter, today: Day): Sql {
  const missed = sql`a."signedOn" IS NULL AND (a."closedFor" = 'closed'
    OR (a."closedFor" IS NULL AND a."pausedOn" IS NULL AND a."dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date))`
  const came = {
    '': sql`(a."signedOn" IS NOT NULL OR a."closedFor" IS NULL OR a."closedFor" = 'closed')`,
    'in-time': sql`a."signedOn" <= a."dueOn"`,
    late: sql`a."signedOn" > a."dueOn"`,
    missed,
    open: sql`a."signedOn" IS NULL AND a."closedFor" IS NULL AND (a."pausedOn" IS NOT NULL OR a."dueOn" BETWEEN ${today}::date AND 'infinity')`,
  }[outcome]
  const next = addMonths(quarter, 3)
  const those = sql`${came} AND ${within(actor)}`
  return sql`p."id" IN (
    SELECT a."personId" FROM "Assignment" a WHERE ${those} AND a."campaignId" IN (SELECT c."id" FROM "Campaign" c
      WHERE c."archivedAt" IS NULL AND c."dueOn" IS NOT NULL AND c."opensOn" >= ${quarter}::date AND c."opensOn" < ${next}::date)
    UNION ALL
    SELECT a."personId" FROM "Assignment" a WHERE ${those} AND a."assignedOn" >= ${quarter}::date AND a."assignedOn" < ${next}::date
      AND a."campaignId" IN (SELECT c."id" FROM "Campaign" c WHERE c."archivedAt" IS NULL AND c."dueOn" IS NULL)
    OFFSET 0)`
}

/** One row for each time that somebody did not sign in time, from two small indexes. */
function lateTimes(actor: Actor, today: Day): Sql {
  return sql`SELECT a."personId" FROM "Assignment" a
      WHERE (a."signedOn" > a."dueOn" OR (a."signedOn" IS NULL AND a."closedFor" = 'closed')) AND ${within(actor)}
    UNION ALL SELECT a."personId" FROM "Assignment" a
      WHERE a."signedOn" IS NULL AND a."closedOn" IS NULL AND a."pausedOn" IS NULL AND a."dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date
        AND ${within(actor)}`
}

interface Found {
  id: string
  name: string
  ref: string
  jobTitle: string
  active: boolean
}

/**
 * One page of people, and how many there are. What is sorted or chosen by assignments is counted along: to find those people
 * again costs more than all the rest. Everybody by name comes from an index that ends with the page, and is counted apart.
 */
async function peopleOf(tx: Tx, actor: Actor, query: MatrixQuery, today: Day) {
  const alongside = query.sort !== 'name' || query.state !== '' || query.quarter !== ''
  const found = await pageOf(tx, actor, query, today, alongside)
  const along = alongside ? found[0]?.total : undefined
  const total = along ?? (alongside && query.page === 1 ? 0 : await countPeople(tx, actor, query, today))
  return { people: found, total }
}

async function countPeople(tx: Tx, actor: Actor, query: MatrixQuery, today: Day): Promise<number> {
  const [{ n } = { n: 0 }] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM "Person" p WHERE ${whoOf(actor, query, today)}`
  return n
}

function pageOf(
  tx: Tx,
  actor: Actor,
  query: MatrixQuery,
  today: Day,
  alongside: boolean,
): Promise<(Found & { total?: number })[]> {
  const all = alongside ? sql`, count(*) OVER ()::int AS total` : sql``
  const columns = sql`p."id", p."name", p."ref", p."jobTitle", p."active"${all}`
  const who = whoOf(actor, query, today)
  const part = sql`LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}`
  if (query.sort === 'name')
    return tx.$queryRaw<
      Found[]
    >`SELECT ${columns} FROM "Person" p WHERE ${who} ORDER BY p."name", p."id" ${part}`
  return tx.$queryRaw<Found[]>`
    SELECT ${columns} FROM "Person" p
    LEFT JOIN (SELECT "personId", count(*) AS times FROM (${lateTimes(actor, today)}) t GROUP BY 1) l ON l."personId" = p."id"
    WHERE ${who} ORDER BY coalesce(l.times, 0) DESC, p."name", p."id" ${part}`
}

interface FoundPart {
  id: string
  personId: string
  campaign: string
  quarter: string
  dueOn: string
  started: boolean
  signedOn: string | null
  pausedOn: string | null
  closedFor: ClosedFor | null
}

/** Everything that these people ever had to do. A standing campaign counts in the quarter in which it was assigned. */
function partsOf(tx: Tx, actor: Actor, people: readonly string[]): Promise<FoundPart[]> {
  return tx.$queryRaw<FoundPart[]>`
    SELECT a."id", a."personId", c."ref" || ' ' || c."title" AS campaign,
      date_trunc('quarter', CASE WHEN c."dueOn" IS NULL THEN a."assignedOn" ELSE c."opensOn" END)::date::text AS quarter,
      a."dueOn"::text AS "dueOn", a."startedAt" IS NOT NULL AS started, a."signedOn"::text AS "signedOn",
      a."pausedOn"::text AS "pausedOn", a."closedFor"
    FROM "Assignment" a JOIN "Campaign" c ON c."id" = a."campaignId"
    WHERE a."personId" = ANY (${[...people]}::uuid[]) AND c."archivedAt" IS NULL AND ${within(actor)}
    ORDER BY a."dueOn", a."id"`
}

const dayOrNone = (text: string | null) => (text === null ? null : day(text))

/** One page of people by quarters. Four statements at most, however many people and quarters. */
export function matrixPage(actor: Actor, query: MatrixQuery): Promise<MatrixPage> {
  const today = todayFor(actor)
  const quarters = quartersUntil(query.until, columnsShown)
  return read(actor, async (tx) => {
    const { people, total } = await peopleOf(tx, actor, query, today)
    const [{ first } = { first: null }] = await tx.$queryRaw<{ first: string | null }[]>`
      SELECT date_trunc('quarter', min("opensOn"))::date::text AS first FROM "Campaign" WHERE "archivedAt" IS NULL`
    const parts =
      people.length > 0
        ? await partsOf(
            tx,
            actor,
            people.map(({ id }) => id),
          )
        : []
    const byPerson = Map.groupBy(parts, ({ personId }) => personId)
    return {
      quarters,
      total,
      oldest: dayOrNone(first),
      rows: people.map(({ id, name, ref, jobTitle, active }) => ({
        personId: id,
        ...{ name, ref, jobTitle, active },
        ...cellsOf(byPerson.get(id) ?? [], quarters, today),
      })),
    }
  })
}

function cellsOf(
  found: readonly FoundPart[],
  quarters: readonly Quarter[],
  today: Day,
): Pick<MatrixRow, 'cells' | 'late' | 'of'> {
  const cells = quarters.map((): MatrixCell => ({ worst: null, parts: [] }))
  let [late, of] = [0, 0]
  for (const { id, campaign, quarter, started, closedFor, ...days } of found) {
    const [dueOn, signedOn] = [day(days.dueOn), dayOrNone(days.signedOn)]
    const pausedOn = dayOrNone(days.pausedOn)
    const state = assignmentState({ dueOn, started, signedOn, pausedOn, closedFor }, today)
    if (wasLate(state)) late += 1
    if (state !== 'left' && state !== 'not-meant' && state !== 'excused') of += 1
    const cell = cells[quarters.indexOf(day(quarter))]
    cell?.parts.push({ assignmentId: id, campaign, state, dueOn, signedOn })
  }
  for (const cell of cells) cell.worst = worstOf(cell.parts.map(({ state }) => state))
  return { cells, late, of }
}
