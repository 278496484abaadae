import { z } from 'zod'
import type { Day } from '#lib/base/days'
import { type AgeBand, type DueStatus, dueRange } from '#lib/kernel/due'
import type { Tx } from '#lib/platform/db'
import { type DueBucket, dueBuckets } from './due-buckets.ts'
import type { DutyReach } from './reach.ts'

export type StatusCounts = Record<DueStatus, number>

const none = (): StatusCounts => ({ overdue: 0, 'due-soon': 0, 'on-track': 0 })

/** Open duties of one kind: which record, which of its duties. */
export interface KindCounts {
  recordKind: string
  key: string
  counts: StatusCounts
}

/** Open duties at one site; null is the practice as a whole. */
export interface SiteCounts {
  site: { id: string; name: string } | null
  counts: StatusCounts
}

export interface DueCounts {
  all: StatusCounts
  /** Overdue ones on which patients or the law depend. */
  overdueGrave: number
  byAge: Record<AgeBand, number>
  byKind: KindCounts[]
}

const kindRow = z.object({
  recordKind: z.string(),
  key: z.string(),
  bucket: z.int(),
  n: z.int(),
  grave: z.int(),
})

const firstDays = (buckets: readonly DueBucket[]) => buckets.slice(1).map(({ first }) => first)

function bucketAt(buckets: readonly DueBucket[], index: number): DueBucket {
  const found = buckets[index]
  if (!found) throw new RangeError(`no such bucket: ${index}`)
  return found
}

/** Open duties within reach today by kind, status and age. One statement. */
export async function countDuties(
  tx: Tx,
  { all, siteIds, practiceWide, personId: me }: DutyReach,
  today: Day,
): Promise<DueCounts> {
  const buckets = dueBuckets(today)
  const found = await tx.$queryRaw`
    SELECT "recordKind", split_part("key", ':', 1) AS "key", width_bucket("dueOn", ${firstDays(buckets)}::date[]) AS bucket,
      count(*)::int AS n, (count(*) FILTER (WHERE "harm" = 3))::int AS grave
    FROM "Obligation"
    WHERE "state" = 'open'
      AND (${all}::boolean OR "ownerId" = ${me}::uuid OR "backupId" = ${me}::uuid OR "siteIds" && ${siteIds}::uuid[]
           OR (${practiceWide}::boolean AND "siteIds" = '{}'))
        AND (NOT "isPersonal" OR "ownerId" = ${me}::uuid)
    GROUP BY 1, 2, 3`
  const counted: DueCounts = {
    all: none(),
    overdueGrave: 0,
    byAge: { '1-30': 0, '31-60': 0, '61-90': 0, '90+': 0 },
    byKind: [],
  }
  const kinds = new Map<string, KindCounts>()
  for (const { recordKind, key, bucket, n, grave } of z.array(kindRow).parse(found)) {
    const { status, band } = bucketAt(buckets, bucket)
    counted.all[status] += n
    if (status === 'overdue') counted.overdueGrave += grave
    if (band) counted.byAge[band] += n
    const name = `${recordKind}.${key}`
    const kind = kinds.get(name) ?? { recordKind, key, counts: none() }
    kind.counts[status] += n
    kinds.set(name, kind)
  }
  return { ...counted, byKind: worstFirst(kinds) }
}

const siteRow = z.object({
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  bucket: z.int(),
  n: z.int(),
})

/** The same by site: a duty at several counts at each of them; sites that nobody asked about are left out. One statement. */
export async function countBySite(
  tx: Tx,
  { all, siteIds, practiceWide, personId: me }: DutyReach,
  today: Day,
): Promise<SiteCounts[]> {
  const buckets = dueBuckets(today)
  const found = await tx.$queryRaw`
    WITH grouped AS MATERIALIZED (
      SELECT "siteIds", width_bucket("dueOn", ${firstDays(buckets)}::date[]) AS bucket, count(*) AS n
      FROM "Obligation"
      WHERE "state" = 'open'
        AND (${all}::boolean OR "ownerId" = ${me}::uuid OR "backupId" = ${me}::uuid OR "siteIds" && ${siteIds}::uuid[]
             OR (${practiceWide}::boolean AND "siteIds" = '{}'))
        AND (NOT "isPersonal" OR "ownerId" = ${me}::uuid)
      GROUP BY 1, 2
    ), by_site AS (
      SELECT at.site, bucket, sum(n) AS n
      FROM grouped LEFT JOIN LATERAL unnest("siteIds") AS at(site) ON true
      WHERE ${all}::boolean OR at.site IS NULL OR at.site = ANY(${siteIds}::uuid[])
      GROUP BY 1, 2
    )
    SELECT b.site AS "siteId", s."name" AS "siteName", b.bucket, b.n::int AS n
    FROM by_site b LEFT JOIN "Site" s ON s."id" = b.site`
  const sites = new Map<string | null, SiteCounts>()
  for (const { siteId, siteName, bucket, n } of z.array(siteRow).parse(found)) {
    const site = siteId && siteName ? { id: siteId, name: siteName } : null
    const key = site?.id ?? null
    const counted = sites.get(key) ?? { site, counts: none() }
    counted.counts[bucketAt(buckets, bucket).status] += n
    sites.set(key, counted)
  }
  return worstFirst(sites)
}

const personRow = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  overdue: z.int(),
  people: z.int(),
})

/** Who owns what is overdue: those with the most, and how many people there are. */
export interface OverduePeople {
  /** Null is what nobody owns. */
  rows: { person: { id: string; name: string } | null; overdue: number }[]
  /** Everybody who owns something overdue, and nobody as one of them. */
  people: number
}

/** Overdue duties within reach by their owner, the longest lists first, at most so many. One statement. */
export async function countByPerson(
  tx: Tx,
  { all, siteIds, practiceWide, personId: me }: DutyReach,
  today: Day,
  most: number,
): Promise<OverduePeople> {
  const { lte } = dueRange('overdue', today)
  const found = await tx.$queryRaw`
    SELECT g.id, p."name", g.overdue, g.people
    FROM (
      SELECT "ownerId" AS id, count(*)::int AS overdue, (count(*) OVER ())::int AS people
      FROM "Obligation"
      WHERE "state" = 'open' AND "dueOn" BETWEEN '-infinity' AND ${lte}::date
        AND (${all}::boolean OR "ownerId" = ${me}::uuid OR "backupId" = ${me}::uuid OR "siteIds" && ${siteIds}::uuid[]
             OR (${practiceWide}::boolean AND "siteIds" = '{}'))
        AND (NOT "isPersonal" OR "ownerId" = ${me}::uuid)
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}
    ) g LEFT JOIN "Person" p ON p."id" = g.id
    ORDER BY g.overdue DESC, p."name"`
  const rows = z.array(personRow).parse(found)
  return {
    rows: rows.map(({ id, name, overdue }) => ({ person: id && name ? { id, name } : null, overdue })),
    people: rows[0]?.people ?? 0,
  }
}

function worstFirst<Row extends { counts: StatusCounts }>(rows: ReadonlyMap<string | null, Row>): Row[] {
  return [...rows.values()].sort(
    (a, b) =>
      b.counts.overdue - a.counts.overdue ||
      b.counts['due-soon'] - a.counts['due-soon'] ||
      b.counts['on-track'] - a.counts['on-track'],
  )
}
