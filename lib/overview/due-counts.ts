import { z } from 'zod'
import type { Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type AgeBand, ageBands, type DueStatus, dueStatuses } from '#lib/kernel/due'
import { dutyScope } from '#lib/kernel/due-scope'
import type { Tx } from '#lib/platform/db'
import { dueBuckets } from './due-buckets.ts'

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

const kindRow = z.object({
  recordKind: z.string(),
  key: z.string(),
  status: z.enum(dueStatuses),
  band: z.enum(ageBands).nullable(),
  n: z.int(),
})
const siteRow = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  status: z.enum(dueStatuses),
  n: z.int(),
})

/** Open duties within the actor's view today, counted four ways in two statements. */
export async function countDuties(tx: Tx, actor: Actor, today: Day): Promise<DueCounts> {
  const buckets = dueBuckets(today)
  const statuses = buckets.map(({ status }) => status)
  const bands = buckets.map(({ band }) => band)
  const firsts = buckets.map(({ first }) => first)
  const lasts = buckets.map(({ last }) => last)
  const { all, siteIds, practiceWide } = dutyScope(actor)
  const me = actor.personId

  const byKind = await tx.$queryRaw`
    SELECT o."recordKind", o."key", b.status, b.band, count(*)::int AS n
    FROM "Obligation" o
    JOIN unnest(${statuses}::text[], ${bands}::text[], ${firsts}::date[], ${lasts}::date[])
      AS b(status, band, first, last) ON o."dueOn" BETWEEN b.first AND b.last
    WHERE o."state" = 'open'
      AND (${all}::boolean OR o."ownerId" = ${me}::uuid OR o."backupId" = ${me}::uuid OR o."siteIds" && ${siteIds}::uuid[]
           OR (${practiceWide}::boolean AND o."siteIds" = '{}'))
    GROUP BY 1, 2, 3, 4`
  const bySite = await tx.$queryRaw`
    SELECT s."id", s."name", b.status, count(*)::int AS n
    FROM "Obligation" o
    JOIN unnest(${statuses}::text[], ${firsts}::date[], ${lasts}::date[])
      AS b(status, first, last) ON o."dueOn" BETWEEN b.first AND b.last
    LEFT JOIN LATERAL unnest(o."siteIds") AS at(site) ON true
    LEFT JOIN "Site" s ON s."id" = at.site
    WHERE o."state" = 'open'
      AND (${all}::boolean OR o."ownerId" = ${me}::uuid OR o."backupId" = ${me}::uuid OR o."siteIds" && ${siteIds}::uuid[]
           OR (${practiceWide}::boolean AND o."siteIds" = '{}'))
      AND (${all}::boolean OR at.site IS NULL OR at.site = ANY(${siteIds}::uuid[]))
    GROUP BY 1, 2, 3`
  return fold(z.array(kindRow).parse(byKind), z.array(siteRow).parse(bySite))
}

function fold(kindRows: z.output<typeof kindRow>[], siteRows: z.output<typeof siteRow>[]): DueCounts {
  const all = none()
  const byAge: DueCounts['byAge'] = { '1-30': 0, '31-60': 0, '61-90': 0, '90+': 0 }
  const kinds = new Map<string, KindCounts>()
  const sites = new Map<string | null, SiteCounts>()
  for (const { recordKind, key, status, band, n } of kindRows) {
    all[status] += n
    if (band) byAge[band] += n
    const name = `${recordKind}.${key}`
    const kind = kinds.get(name) ?? { recordKind, key, counts: none() }
    kind.counts[status] += n
    kinds.set(name, kind)
  }
  for (const { id, name, status, n } of siteRows) {
    const site = sites.get(id) ?? { site: id && name ? { id, name } : null, counts: none() }
    site.counts[status] += n
    sites.set(id, site)
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
