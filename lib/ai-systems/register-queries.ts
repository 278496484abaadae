import { type Actor, sitesWith } from '#lib/kernel/access'
import { firstDuties } from '#lib/kernel/first-duties'
import type { ListState } from '#lib/kernel/table'
import { answeringPeople } from '#lib/people/directory'
import { read, type Tx } from '#lib/platform/db'
import { visible } from './policy.ts'
import { countSystems, systemRowsOfPage } from './queries.ts'
import { systemKind } from './schema.ts'
import type { SystemRow } from './table.ts'

/** A row of the register's page: the record, and the duty of it that is due first. */
export interface RegisterRow extends SystemRow {
  nextDuty: { key: string; title: string; dueOn: string } | null
}

interface Choice {
  value: string
  label: string
}

export interface RegisterPage {
  rows: RegisterRow[]
  /** How many match the search and the filters. */
  total: number
  /** How many there are without them. */
  all: number
  /** How many are archived, when there are none besides. */
  archived: number
  /** Who owns or backs a system here: the choices of those filters. */
  people: Choice[]
  sites: Choice[]
}

/** Everything that the register's page shows: its rows, and beside them in a transaction of their own what stands around them. */
export async function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
  const [rows, around] = await Promise.all([
    read(actor, async (tx) => {
      const found = await systemRowsOfPage(tx, actor, state)
      const first = await firstDuties(
        tx,
        systemKind,
        found.map((row) => row.id),
      )
      return found.map((row) => ({ ...row, nextDuty: first.get(row.id) ?? null }))
    }),
    read(actor, async (tx) => ({
      total: await countSystems(tx, actor, state),
      all: isNarrowed ? await tx.aiSystem.count({ where: inRegister }) : null,
      people: await answerable(tx, actor),
      sites: await readableSites(tx, actor),
    })),
  ])
  const all = around.all ?? around.total
  return { rows, ...around, all, archived: all > 0 || state.archived ? 0 : await countArchived(actor) }
}

function countArchived(actor: Actor): Promise<number> {
  const where = { AND: [visible(actor), { archivedAt: { not: null } }] }
  return read(actor, (tx) => tx.aiSystem.count({ where }))
}

async function answerable(tx: Tx, actor: Actor): Promise<Choice[]> {
  const pairs = await tx.aiSystem.groupBy({
    by: ['ownerId', 'backupId'],
    where: { AND: [visible(actor), { archivedAt: null }] },
  })
  return answeringPeople(tx, pairs)
}

async function readableSites(tx: Tx, actor: Actor): Promise<Choice[]> {
  const allowed = sitesWith(actor, 'ai-system.read')
  const sites = await tx.site.findMany({
    where: { archivedAt: null, ...(allowed === 'all' ? {} : { id: { in: [...allowed] } }) },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return sites.map(({ id, name }) => ({ value: id, label: name }))
}
