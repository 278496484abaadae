import { z } from 'zod'
import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { AgeBand, DueStatus } from '#lib/kernel/due'
import { dutyScope } from '#lib/kernel/due-scope'
import type { Tx } from '#lib/platform/db'
import { type DueBucket, dueBuckets } from './due-buckets.ts'

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
  byAge: Record<AgeBand, number>
  byKind: KindCounts[]
  /** A duty at several sites counts at each of them; sites that the actor does not answer for are left out. */
  bySite: SiteCounts[]
}

const countRow = z.object({
  /** Set in the rows by kind, null in those by site. */
  recordKind: z.string().nullable(),
  key: z.string().nullable(),
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  bucket: z.int(),
  n: z.int(),
})
type CountRow = z.output<typeof countRow>

/** Open duties within the actor's view today, counted four ways in one statement. */
export async function countDuties(tx: Tx, actor: Actor, today: Day): Promise<DueCounts> {
  const buckets = dueBuckets(today)
  const ends = buckets.slice(1).map(({ first }) => first)
  const { all, siteIds, practiceWide } = dutyScope(actor)
  const me = actor.personId
  // The open duties are read once; both counts are made of their groups.
  const found = await tx.$queryRaw`
    WITH grouped AS MATERIALIZED (
      SELECT "recordKind", split_part("key", ':', 1) AS "key", "siteIds", width_bucket("dueOn", ${ends}::date[]) AS bucket, count(*) AS n
      FROM "Obligation"
      WHERE "state" = 'open'
        AND (${all}::boolean OR "ownerId" = ${me}::uuid OR "backupId" = ${me}::uuid OR "siteIds" && ${siteIds}::uuid[]
             OR (${practiceWide}::boolean AND "siteIds" = '{}'))
      GROUP BY 1, 2, 3, 4
    ), by_site AS (
      SELECT at.site, bucket, sum(n) AS n
      FROM grouped LEFT JOIN LATERAL unnest("siteIds") AS at(site) ON true
      WHERE ${all}::boolean OR at.site IS NULL OR at.site = ANY(${siteIds}::uuid[])
      GROUP BY 1, 2
    )
    SELECT "recordKind", "key", NULL AS "siteId", NULL AS "siteName", bucket, sum(n)::int AS n
    FROM grouped GROUP BY 1, 2, 5
    UNION ALL
    SELECT NULL, NULL, b.site, s."name", b.bucket, b.n::int FROM by_site b LEFT JOIN "Site" s ON s."id" = b.site`
  return fold(z.array(countRow).parse(found), buckets)
}

function fold(rows: readonly CountRow[], buckets: readonly DueBucket[]): DueCounts {
  const all = none()
  const byAge: DueCounts['byAge'] = { '1-30': 0, '31-60': 0, '61-90': 0, '90+': 0 }
  const kinds = new Map<string, KindCounts>()
  const sites = new Map<string | null, SiteCounts>()
  for (const { recordKind, key, siteId, siteName, bucket, n } of rows) {
    const into = buckets[bucket]
    if (!into) throw new RangeError(`no such bucket: ${bucket}`)
    const { status, band } = into
    if (recordKind === null || key === null) {
      const site = siteId && siteName ? { id: siteId, name: siteName } : null
      const counted = sites.get(siteId) ?? { site, counts: none() }
      counted.counts[status] += n
      sites.set(siteId, counted)
      continue
    }
    all[status] += n
    if (band) byAge[band] += n
    const name = `${recordKind}.${key}`
    const kind = kinds.get(name) ?? { recordKind, key, counts: none() }
    kind.counts[status] += n
    kinds.set(name, kind)
  }
  return { all, byAge, byKind: worstFirst(kinds), bySite: worstFirst(sites) }
}

function worstFirst<Row extends { counts: StatusCounts }>(rows: ReadonlyMap<string | null, Row>): Row[] {
  return [...rows.values()].sort(
    (a, b) =>
      b.counts.overdue - a.counts.overdue ||
      b.counts['due-soon'] - a.counts['due-soon'] ||
      b.counts['on-track'] - a.counts['on-track'],
  )
}
