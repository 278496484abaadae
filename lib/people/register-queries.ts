import { type Actor, sitesWith } from '#lib/kernel/access'
import type { ListState } from '#lib/kernel/table'
import { read, type Tx } from '#lib/platform/db'
import type { DirectoryOption } from './directory.ts'
import { visible } from './policy.ts'
import { countPeople, peoplePage } from './queries.ts'
import type { PersonRow } from './table.ts'

export interface DirectoryPage {
  rows: PersonRow[]
  /** How many match the search and the filters; without a filter for it, only those who work here. */
  total: number
  /** How many there are without them. */
  all: number
  /** How many work here, and how many have left. */
  working: number
  left: number
  /** The choices of the filter by site. */
  sites: DirectoryOption[]
}

/** Everything that the directory's page shows: its rows, and beside them in a transaction of their own how many there are. */
export async function directoryPage(actor: Actor, state: ListState): Promise<DirectoryPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const allowed = sitesWith(actor, 'person.read')
  const [{ rows, sites }, { working, left, matching }] = await Promise.all([
    read(actor, (tx) => peoplePage(tx, actor, state)),
    read(actor, async (tx) => ({
      ...(await countByStanding(tx, actor, state)),
      matching: isNarrowed ? await countPeople(tx, actor, state) : null,
    })),
  ])
  return {
    rows,
    total: matching ?? working,
    all: state.filters['standing'] ? working + left : working,
    working,
    left,
    sites: sites
      .filter(({ id, archivedAt }) => archivedAt === null && (allowed === 'all' || allowed.includes(id)))
      .map(({ id, name }) => ({ value: id, label: name })),
  }
}

async function countByStanding(
  tx: Tx,
  actor: Actor,
  state: ListState,
): Promise<{ working: number; left: number }> {
  const groups = await tx.person.groupBy({
    by: ['active'],
    where: { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] },
    _count: { _all: true },
  })
  const count = (active: boolean) => groups.find((group) => group.active === active)?._count._all ?? 0
  return { working: count(true), left: count(false) }
}
