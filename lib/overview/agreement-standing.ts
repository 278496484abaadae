import { z } from 'zod'
import { endingDays } from '#lib/agreements/ending'
import { titleOr } from '#lib/agreements/options'
import { addDays, type Day, day } from '#lib/base/days'
import { expiringDays } from '#lib/law/agreement-terms'
import type { Tx } from '#lib/platform/db'

/** How the agreements of a practice stand; archived ones are left out. */
export interface AgreementNumbers {
  inForce: number
  /** Business associate agreements in force that lack a required clause. */
  incomplete: number
  expiring: number
  /** Business associate and data use agreements that ended and were not replaced; then the others. */
  lapsedGrave: number
  lapsedOther: number
}

/** An agreement in force that ends or renews soon. */
export interface Ending {
  id: string
  title: string
  vendorName: string
  endsOn: Day
  /** What happens on that day. */
  how: 'ends' | 'renews' | 'terminated'
  /** The last day for notice, while it is still to come. */
  noticeByOn: Day | null
}

export interface Endings {
  /** Those that come first. */
  rows: Ending[]
  total: number
}

const dayText = z.string().transform(day)
const rowOf = z.object({
  numbers: z.object({
    ...{
      inForce: z.int(),
      incomplete: z.int(),
      expiring: z.int(),
      lapsedGrave: z.int(),
      lapsedOther: z.int(),
    },
    ending: z.int(),
  }),
  first: z.array(
    z.object({
      ...{ id: z.string(), title: z.string(), kind: z.string(), vendorName: z.string() },
      ...{ endsOn: dayText, how: z.enum(['ends', 'renews', 'terminated']), noticeByOn: dayText.nullable() },
    }),
  ),
})

/**
 * Every number about agreements, and those that end or renew first, in one statement that reads each agreement once. It says
 * in SQL what `statusCondition` and `endingCondition` say as conditions, which as six statements took three times as long at
 * 8,000 agreements; a test holds the numbers to the rows of the list.
 */
export async function agreementStanding(
  tx: Tx,
  today: Day,
  most: number,
): Promise<{ numbers: AgreementNumbers; endings: Endings }> {
  const last = addDays(today, endingDays)
  const found = await tx.$queryRaw<unknown[]>`
    WITH follows AS (
      SELECT "predecessorId" AS id, min(coalesce("effectiveOn", "signedOn")) AS "from"
      FROM "Agreement" WHERE "predecessorId" IS NOT NULL AND "archivedAt" IS NULL AND "signedOn" IS NOT NULL GROUP BY 1
    ), begun AS (
      SELECT a.id, a.kind, a.complete, a.renewal, a."termEndsOn", a."noticeByOn", a."terminatedOn" - 1 AS terminated,
        least(CASE WHEN a.renewal = 'ends' THEN a."endsOn" END, a."terminatedOn" - 1, f."from" - 1) AS last
      FROM "Agreement" a LEFT JOIN follows f ON f.id = a.id
      WHERE a."archivedAt" IS NULL AND coalesce(a."effectiveOn", a."signedOn") <= ${today}::date AND a."signedOn" IS NOT NULL
        AND coalesce(a."terminatedOn" > ${today}::date, true) AND coalesce(f."from" > ${today}::date, true)
    ), stands AS MATERIALIZED (
      SELECT *, kind IN ('baa', 'data-use') AS grave, coalesce(last >= ${today}::date, true) AS current,
        terminated IS NOT NULL AND coalesce(terminated <= "termEndsOn", true) AS is_terminated
      FROM begun
    ), ending AS MATERIALIZED (
      SELECT *, CASE WHEN is_terminated THEN terminated ELSE "termEndsOn" END AS ends
      FROM stands
      WHERE current AND ("termEndsOn" BETWEEN ${today}::date AND ${last}::date OR terminated BETWEEN ${today}::date AND ${last}::date)
    )
    SELECT (
      SELECT json_build_object(
        'inForce', count(*) FILTER (WHERE current),
        'incomplete', count(*) FILTER (WHERE current AND kind = 'baa' AND NOT complete),
        'expiring', count(*) FILTER (WHERE current AND last <= ${addDays(today, expiringDays)}::date),
        'lapsedGrave', count(*) FILTER (WHERE NOT current AND grave),
        'lapsedOther', count(*) FILTER (WHERE NOT current AND NOT grave),
        'ending', (SELECT count(*) FROM ending))
      FROM stands
    ) AS numbers, (
      SELECT coalesce(json_agg(e ORDER BY e."endsOn", e.grave DESC, e.id), '[]')
      FROM (
        SELECT n.id, a.title, n.kind, n.grave, v."name" AS "vendorName", n.ends AS "endsOn",
          CASE WHEN n.is_terminated THEN 'terminated' WHEN n.renewal = 'renews' THEN 'renews' ELSE 'ends' END AS how,
          CASE WHEN NOT n.is_terminated AND n."noticeByOn" >= ${today}::date THEN n."noticeByOn" END AS "noticeByOn"
        FROM (SELECT * FROM ending ORDER BY ends, grave DESC, id LIMIT ${most}) n
        JOIN "Agreement" a ON a.id = n.id JOIN "Vendor" v ON v.id = a."vendorId"
      ) e
    ) AS first`
  const { numbers, first } = rowOf.parse(found[0])
  const { ending: total, ...counted } = numbers
  const rows = first.map(({ kind, title, ...row }) => ({ ...row, title: titleOr(title, kind) }))
  return { numbers: counted, endings: { rows, total } }
}
