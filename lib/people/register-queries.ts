import { type Actor, sitesWith } from '#lib/kernel/access'
import type { ListState } from '#lib/kernel/table'
import { read } from '#lib/platform/db'
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

/** Everything that the directory's page shows, in one transaction and a constant number of statements. */
export function directoryPage(actor: Actor, state: ListState): Promise<DirectoryPage> {
  return read(actor, async (tx) => {
    const { rows, sites } = await peoplePage(tx, actor, state)
    const groups = await tx.person.groupBy({
      by: ['active'],
      where: { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] },
      _count: { _all: true },
    })
    const count = (active: boolean) => groups.find((group) => group.active === active)?._count._all ?? 0
    const [working, left] = [count(true), count(false)]
    const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
    const allowed = sitesWith(actor, 'person.read')
    return {
      rows,
      total: isNarrowed ? await countPeople(tx, actor, state) : working,
      all: state.filters['standing'] ? working + left : working,
      working,
      left,
      sites: sites
        .filter(({ id, archivedAt }) => archivedAt === null && (allowed === 'all' || allowed.includes(id)))
        .map(({ id, name }) => ({ value: id, label: name })),
    }
  })
}
