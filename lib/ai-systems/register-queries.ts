import { dayOf } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import type { ListState } from '#lib/kernel/table'
import { read, type Tx } from '#lib/platform/db'
import { visible } from './policy.ts'
import { systemsPage } from './queries.ts'
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
  /** Who owns or backs a system here: the choices of those filters. */
  people: Choice[]
  sites: Choice[]
}

/** Everything that the register's page shows, in one transaction and a constant number of statements. */
export function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  return read(actor, async (tx) => {
    const { rows, total } = await systemsPage(tx, actor, state)
    const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
    const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
    const first = await firstDuties(
      tx,
      rows.map((row) => row.id),
    )
    return {
      rows: rows.map((row) => ({ ...row, nextDuty: first.get(row.id) ?? null })),
      total,
      all: isNarrowed ? await tx.aiSystem.count({ where: inRegister }) : total,
      people: await answerable(tx, actor),
      sites: await readableSites(tx, actor),
    }
  })
}

/** The open duty of each record that is due first. */
async function firstDuties(tx: Tx, ids: readonly string[]) {
  const duties = await tx.obligation.findMany({
    where: { recordKind: systemKind, recordId: { in: [...ids] }, state: 'open' },
    select: { recordId: true, key: true, title: true, dueOn: true },
    orderBy: [{ dueOn: 'desc' }, { harm: 'asc' }],
  })
  return new Map(
    duties.map(({ recordId, key, title, dueOn }) => [recordId, { key, title, dueOn: dayOf(dueOn) }]),
  )
}

async function answerable(tx: Tx, actor: Actor): Promise<Choice[]> {
  const mine = { some: { AND: [visible(actor), { archivedAt: null }] } }
  const people = await tx.person.findMany({
    where: { OR: [{ ownedSystems: mine }, { backedSystems: mine }] },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 300,
  })
  return people.map(({ id, name }) => ({ value: id, label: name }))
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
