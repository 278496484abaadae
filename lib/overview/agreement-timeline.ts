import { endingCondition } from '#lib/agreements/ending'
import { titleOr } from '#lib/agreements/options'
import { addDays, type Day, dateOf, dayOrNull } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'

/** An agreement in force that ends or renews soon. */
export interface Ending {
  id: string
  title: string
  vendorName: string
  /** Whether patient data depends on it. */
  isGrave: boolean
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

const select = {
  id: true,
  title: true,
  kind: true,
  renewal: true,
  termEndsOn: true,
  noticeByOn: true,
  terminatedOn: true,
  vendor: { select: { name: true } },
} as const satisfies Prisma.AgreementSelect

/** The agreements that end or renew soon, at most so many of them, by their last day. Three statements. */
export async function agreementsEnding(tx: Tx, today: Day, most: number): Promise<Endings> {
  const where = { AND: [{ archivedAt: null }, endingCondition(today)] }
  const firstBy = (column: 'termEndsOn' | 'terminatedOn') =>
    tx.agreement.findMany({
      where: { AND: [where, { [column]: { gte: dateOf(today) } }] },
      select,
      orderBy: [{ [column]: 'asc' }, { id: 'asc' }],
      take: most,
    })
  const found = [...(await firstBy('termEndsOn')), ...(await firstBy('terminatedOn'))]
  const rows = [...new Map(found.map((row) => [row.id, toEnding(row, today)])).values()].sort(
    (a, b) =>
      a.endsOn.localeCompare(b.endsOn) ||
      Number(b.isGrave) - Number(a.isGrave) ||
      a.title.localeCompare(b.title),
  )
  return { rows: rows.slice(0, most), total: await tx.agreement.count({ where }) }
}

function toEnding(found: Prisma.AgreementGetPayload<{ select: typeof select }>, today: Day): Ending {
  const { id, title, kind, renewal, vendor } = found
  const terminatedOn = dayOrNull(found.terminatedOn)
  const termEndsOn = dayOrNull(found.termEndsOn)
  const lastDay = terminatedOn && addDays(terminatedOn, -1)
  const isTerminated = lastDay !== null && (termEndsOn === null || lastDay <= termEndsOn)
  const noticeByOn = dayOrNull(found.noticeByOn)
  return {
    id,
    title: titleOr(title, kind),
    vendorName: vendor.name,
    isGrave: kind === 'baa' || kind === 'data-use',
    endsOn: (isTerminated ? lastDay : termEndsOn) ?? today,
    how: isTerminated ? 'terminated' : renewal === 'renews' ? 'renews' : 'ends',
    noticeByOn: !isTerminated && noticeByOn && noticeByOn >= today ? noticeByOn : null,
  }
}
