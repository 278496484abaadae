import { literal } from '#lib/base/text'
import { type ListState, listOrder, listPage } from '#lib/kernel/table'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { riskTable } from './table.ts'

type Where = Prisma.RiskWhereInput

/** Beyond so many rows into a search, reading the table is as quick. */
const mostAhead = 500

/** A search apart: the texts that stand in an index, and the few that are too long for one. Together they are what is searched. */
export function byWords(rest: Where, { search }: ListState): { brief: Where; long: Where } {
  const words = literal(search.toLowerCase())
  return {
    brief: { AND: [rest, { searchBrief: { contains: words } }] },
    long: { AND: [rest, { searchBrief: null, searchText: { contains: words } }] },
  }
}

/**
 * Risks of which one page of a search is a part: as many of the brief and of the long texts as the page ends at, each in the
 * order of the list. Null where that is not the quicker way.
 */
export async function pageByWords(tx: Tx, rest: Where, state: ListState): Promise<Where | null> {
  const { skip, take } = listPage(state)
  if (state.search === '' || skip + take > mostAhead) return null
  const { brief, long } = byWords(rest, state)
  const first = { select: { id: true }, orderBy: listOrder(riskTable, state), take: skip + take } as const
  const found = [
    ...(await tx.risk.findMany({ where: brief, ...first })),
    ...(await tx.risk.findMany({ where: long, ...first })),
  ]
  return { id: { in: found.map(({ id }) => id) } }
}
