import { addDays, type Day, dateOf, day, dayOf } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import { countPeopleNow, type PeopleNow } from './open-now.ts'
import { type Quarter, quarterOf } from './quarter.ts'

/** How many people had to sign, and how they did. Those who left, were excused or taken out are not counted. */
export interface Completion {
  assigned: number
  inTime: number
  late: number
  /** Not signed, and past the due date or closed. */
  missed: number
  /** Not signed, and there is time. */
  open: number
}

const none = (): Completion => ({ assigned: 0, inTime: 0, late: 0, missed: 0, open: 0 })

export interface TrainingNow {
  quarter: Quarter
  people: PeopleNow
  now: Completion
  /** Newest last. */
  quarters: { quarter: Quarter; counts: Completion }[]
  /** Of what is open now; null is the practice as a whole. */
  sites: { site: { id: string; name: string } | null; counts: Completion }[]
}

interface Row {
  campaignId: string
  siteId: string | null
  assigned: number
  signed: number
  signedLate: number
  missed: number
}

const row = ({ assigned, signed, signedLate, missed }: Row): Completion => ({
  assigned,
  inTime: signed - signedLate,
  late: signedLate,
  missed,
  open: assigned - signed - missed,
})

function add(to: Completion, more: Completion): void {
  for (const key of Object.keys(to) as (keyof Completion)[]) to[key] += more[key]
}

/** Of these campaigns by site, from an index alone. */
async function counted(
  tx: Tx,
  ids: readonly string[],
  sites: 'all' | readonly string[],
  today: Day,
): Promise<Row[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw<Row[]>`
    SELECT "campaignId", "siteId",
      count(*) FILTER (WHERE "signedOn" IS NOT NULL OR "closedFor" IS NULL OR "closedFor" = 'closed')::int AS assigned,
      count("signedOn")::int AS signed,
      count(*) FILTER (WHERE "signedOn" > "dueOn")::int AS "signedLate",
      count(*) FILTER (WHERE "signedOn" IS NULL AND ("closedFor" = 'closed'
        OR ("closedFor" IS NULL AND "pausedOn" IS NULL AND "dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date)))::int AS missed
    FROM "Assignment"
    WHERE "campaignId" = ANY (${[...ids]}::uuid[])
      AND (${sites === 'all'}::boolean OR "siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))
    GROUP BY 1, 2`
}

/** Of standing campaigns, by the quarter in which people were assigned. */
async function standing(
  tx: Tx,
  ids: readonly string[],
  sites: 'all' | readonly string[],
  today: Day,
): Promise<(Row & { quarter: string })[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw<(Row & { quarter: string })[]>`
    SELECT date_trunc('quarter', "assignedOn")::date::text AS quarter, "campaignId", "siteId",
      count(*) FILTER (WHERE "signedOn" IS NOT NULL OR "closedFor" IS NULL OR "closedFor" = 'closed')::int AS assigned,
      count("signedOn")::int AS signed,
      count(*) FILTER (WHERE "signedOn" > "dueOn")::int AS "signedLate",
      count(*) FILTER (WHERE "signedOn" IS NULL AND ("closedFor" = 'closed'
        OR ("closedFor" IS NULL AND "pausedOn" IS NULL AND "dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date)))::int AS missed
    FROM "Assignment"
    WHERE "campaignId" = ANY (${[...ids]}::uuid[])
      AND (${sites === 'all'}::boolean OR "siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))
    GROUP BY 1, 2, 3`
}

/** How training went by quarter and goes now by site, without the names of sites. */
interface Counted {
  now: Completion
  quarters: Map<Quarter, Completion>
  /** Of what is open now. */
  bySite: Map<string | null, Completion>
}

function into<Key>(map: Map<Key, Completion>, key: Key, counts: Completion): void {
  const before = map.get(key) ?? none()
  add(before, counts)
  map.set(key, before)
}

/** Of somebody who joined before this quarter, what is signed is past, and what is not still counts now. */
function stillOpen({ missed, open }: Completion): Completion {
  return { assigned: missed + open, inTime: 0, late: 0, missed, open }
}

/**
 * How training goes at these sites. Closed campaigns have their counts kept for the whole practice; the rest is counted from an
 * index. Three statements.
 */
async function countTraining(tx: Tx, sites: 'all' | readonly string[], today: Day): Promise<Counted> {
  const campaigns = await tx.campaign.findMany({
    where: { archivedAt: null, opensOn: { lte: dateOf(today) } },
    select: {
      ...{ id: true, opensOn: true, dueOn: true, closedOn: true },
      ...{ assigned: true, signedInTime: true, signedLate: true },
    },
  })
  const dated = campaigns.filter(({ dueOn }) => dueOn !== null)
  const isKept = (one: (typeof dated)[number]) =>
    sites === 'all' && one.closedOn !== null && one.assigned !== null
  const ids = (list: typeof campaigns) => list.map(({ id }) => id)
  const rows = await counted(tx, ids(dated.filter((one) => !isKept(one))), sites, today)
  const ofStanding = await standing(tx, ids(campaigns.filter(({ dueOn }) => dueOn === null)), sites, today)
  const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId)
  const found: Counted = { now: none(), quarters: new Map(), bySite: new Map() }
  const goesOn = (siteId: string | null, counts: Completion) => {
    add(found.now, counts)
    into(found.bySite, siteId, counts)
  }
  for (const one of dated) {
    const quarter = quarterOf(dayOf(one.opensOn))
    if (isKept(one)) {
      const [assigned, inTime, late] = [one.assigned ?? 0, one.signedInTime ?? 0, one.signedLate ?? 0]
      into(found.quarters, quarter, { assigned, inTime, late, missed: assigned - inTime - late, open: 0 })
    }
    for (const group of byCampaign.get(one.id) ?? []) {
      into(found.quarters, quarter, row(group))
      if (one.closedOn === null) goesOn(group.siteId, row(group))
    }
  }
  for (const group of ofStanding) {
    const quarter = day(group.quarter)
    into(found.quarters, quarter, row(group))
    goesOn(group.siteId, quarter === quarterOf(today) ? row(group) : stillOpen(row(group)))
  }
  return found
}

/** As `countTraining` within the actor's sites, with their names. */
export function trainingNow(actor: Actor): Promise<TrainingNow> {
  const today = todayFor(actor)
  return read(actor, async (tx) => {
    const sites = sitesWith(actor, 'training.read')
    const people = await countPeopleNow(tx, sites, today)
    const { now, quarters, bySite } = await countTraining(tx, sites, today)
    const names = await tx.site.findMany({
      where: { id: { in: [...bySite.keys()].flatMap((id) => id ?? []) } },
      select: { id: true, name: true },
    })
    return {
      quarter: quarterOf(today),
      people,
      now,
      quarters: [...quarters]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([quarter, counts]) => ({ quarter, counts })),
      sites: [...bySite]
        .map(([id, counts]) => ({ site: names.find((site) => site.id === id) ?? null, counts }))
        .sort(
          (a, b) =>
            b.counts.missed - a.counts.missed || (a.site?.name ?? '').localeCompare(b.site?.name ?? ''),
        ),
    }
  })
}
