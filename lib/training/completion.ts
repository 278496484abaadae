import { type Day, day } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
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
        OR ("closedFor" IS NULL AND "pausedOn" IS NULL AND "dueOn" < ${today}::date)))::int AS missed
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
    SELECT date_trunc('quarter', "assignedOn")::date::text AS quarter, "campaignId", NULL AS "siteId",
      count(*) FILTER (WHERE "signedOn" IS NOT NULL OR "closedFor" IS NULL OR "closedFor" = 'closed')::int AS assigned,
      count("signedOn")::int AS signed,
      count(*) FILTER (WHERE "signedOn" > "dueOn")::int AS "signedLate",
      count(*) FILTER (WHERE "signedOn" IS NULL AND ("closedFor" = 'closed'
        OR ("closedFor" IS NULL AND "pausedOn" IS NULL AND "dueOn" < ${today}::date)))::int AS missed
    FROM "Assignment"
    WHERE "campaignId" = ANY (${[...ids]}::uuid[])
      AND (${sites === 'all'}::boolean OR "siteId" = ANY (${sites === 'all' ? [] : [...sites]}::uuid[]))
    GROUP BY 1, 2`
}

/**
 * How training goes: now, over time and by site, within the actor's sites. Closed campaigns have their counts kept for the whole
 * practice; the rest is counted from an index. Four statements.
 */
export function trainingNow(actor: Actor): Promise<TrainingNow> {
  const today = todayFor(actor)
  const sites = sitesWith(actor, 'training.read')
  return read(actor, async (tx) => {
    const campaigns = await tx.campaign.findMany({
      where: { archivedAt: null, opensOn: { lte: new Date(`${today}T00:00:00Z`) } },
      select: {
        id: true,
        opensOn: true,
        dueOn: true,
        closedOn: true,
        assigned: true,
        signedInTime: true,
        signedLate: true,
      },
      orderBy: { opensOn: 'asc' },
    })
    const dated = campaigns.filter(({ dueOn }) => dueOn !== null)
    const isKept = (one: (typeof dated)[number]) =>
      sites === 'all' && one.closedOn !== null && one.assigned !== null
    const rows = await counted(
      tx,
      dated.filter((one) => !isKept(one)).map(({ id }) => id),
      sites,
      today,
    )
    const ofStanding = await standing(
      tx,
      campaigns.filter(({ dueOn }) => dueOn === null).map(({ id }) => id),
      sites,
      today,
    )
    const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId)

    const quarters = new Map<Quarter, Completion>()
    const bySite = new Map<string | null, Completion>()
    const [now, quarter] = [none(), quarterOf(today)]
    const into = (key: Quarter, counts: Completion) => {
      const before = quarters.get(key) ?? none()
      add(before, counts)
      quarters.set(key, before)
    }
    for (const one of dated) {
      const key = quarterOf(day(one.opensOn.toISOString().slice(0, 10)))
      if (isKept(one)) {
        const [assigned, inTime, late] = [one.assigned ?? 0, one.signedInTime ?? 0, one.signedLate ?? 0]
        into(key, { assigned, inTime, late, missed: assigned - inTime - late, open: 0 })
      }
      for (const found of byCampaign.get(one.id) ?? []) {
        const counts = row(found)
        into(key, counts)
        if (one.closedOn !== null) continue
        add(now, counts)
        const site = bySite.get(found.siteId) ?? none()
        add(site, counts)
        bySite.set(found.siteId, site)
      }
    }
    for (const found of ofStanding) into(day(found.quarter), row(found))
    const names = await tx.site.findMany({
      where: { id: { in: [...bySite.keys()].flatMap((id) => id ?? []) } },
      select: { id: true, name: true },
    })
    return {
      quarter,
      now,
      quarters: [...quarters]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, counts]) => ({ quarter: key, counts })),
      sites: [...bySite]
        .map(([id, counts]) => ({ site: names.find((site) => site.id === id) ?? null, counts }))
        .sort(
          (a, b) =>
            b.counts.missed - a.counts.missed || (a.site?.name ?? '').localeCompare(b.site?.name ?? ''),
        ),
    }
  })
}

/** '412 of 430 people have signed; 9 are late'. A small number is said as it is: a share of three people tells nothing. */
export function completionSentence({ assigned, inTime, late, missed }: Completion): string {
  if (assigned === 0) return 'Nothing is assigned now'
  const signed = inTime + late
  const figure = (number: number) => number.toLocaleString('en-US')
  const all = assigned === 1 ? 'The one assignment' : `${figure(signed)} of ${figure(assigned)} assignments`
  const has = assigned === 1 ? (signed === 1 ? 'is signed' : 'is not signed') : 'are signed'
  const behind = missed === 0 ? 'nobody is late' : `${figure(missed)} ${missed === 1 ? 'is' : 'are'} late`
  return `${all} ${has}; ${behind}`
}
