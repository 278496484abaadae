import type { Actor } from '#lib/kernel/access'
import { firstDuties } from '#lib/kernel/first-duties'
import { keptUntilWritten } from '#lib/kernel/kept'
import type { ListState } from '#lib/kernel/table'
import { answeringPeople, type DirectoryOption } from '#lib/people/directory'
import { read, type Tx } from '#lib/platform/db'
import { visible, visibleSystems } from './policy.ts'
import { countRisks, riskRowsOfPage } from './queries.ts'
import type { RiskRow } from './row.ts'
import { riskKind } from './schema.ts'

/** A row of the register's page: the risk, and the duty of it that is due first. */
export interface RegisterRow extends RiskRow {
  nextDuty: string | null
}

/** What the filters of the list can name. */
interface FilterChoices {
  people: DirectoryOption[]
  system: DirectoryOption[]
  vendor: DirectoryOption[]
  site: DirectoryOption[]
}

export interface RegisterPage {
  rows: RegisterRow[]
  /** How many match the search and the filters. */
  total: number
  /** How many there are without them. */
  all: number
  choices: FilterChoices
}

/** Everything that the register's page shows: its rows, and beside them in a transaction of their own what stands around them. */
export async function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
  const [rows, around, choices] = await Promise.all([
    read(actor, async (tx) => {
      const found = await riskRowsOfPage(tx, actor, state)
      const first = await firstDuties(
        tx,
        riskKind,
        found.map((row) => row.id),
      )
      return found.map((row) => ({ ...row, nextDuty: first.get(row.id)?.key ?? null }))
    }),
    read(actor, async (tx) => ({
      total: await countRisks(tx, actor, state),
      all: isNarrowed ? await tx.risk.count({ where: inRegister }) : null,
    })),
    filterChoices(actor, state),
  ])
  return { rows, choices, ...around, all: around.all ?? around.total }
}

/** So many of each are offered, those with the most risks; the others are reached from their own pages and the map. */
const mostOffered = 100

/** The choices of the filters, with those that are chosen now among them. */
async function filterChoices(actor: Actor, { filters }: ListState): Promise<FilterChoices> {
  const usual = await keptUntilWritten(actor, 'risk filters', () =>
    read(actor, (tx) => usualChoices(tx, actor)),
  )
  const missing = (key: 'system' | 'vendor') =>
    (filters[key] ?? []).filter((id) => usual[key].every(({ value }) => value !== id))
  const [systems, vendors] = [missing('system'), missing('vendor')]
  if (systems.length + vendors.length === 0) return usual
  return read(actor, async (tx) => ({
    ...usual,
    system: [...usual.system, ...(await systemNames(tx, actor, systems))],
    vendor: [...usual.vendor, ...(await vendorNames(tx, vendors))],
  }))
}

async function usualChoices(tx: Tx, actor: Actor): Promise<FilterChoices> {
  const inRegister = { AND: [visible(actor), { archivedAt: null }] }
  const pairs = await tx.risk.groupBy({ by: ['ownerId', 'backupId'], where: inRegister })
  const most = { _count: { riskId: 'desc' }, take: mostOffered } as const
  const systems = await tx.riskSystem.groupBy({
    by: ['systemId'],
    where: { risk: inRegister },
    orderBy: { _count: most._count },
    take: most.take,
  })
  const vendors = await tx.riskVendor.groupBy({
    by: ['vendorId'],
    where: { risk: inRegister },
    orderBy: { _count: most._count },
    take: most.take,
  })
  const sites = await tx.site.findMany({
    where: { risks: { some: {} } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return {
    people: await answeringPeople(tx, pairs),
    system: await systemNames(
      tx,
      actor,
      systems.map(({ systemId }) => systemId),
    ),
    vendor: await vendorNames(
      tx,
      vendors.map(({ vendorId }) => vendorId),
    ),
    site: sites.map(({ id, name }) => ({ value: id, label: name })),
  }
}

async function systemNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<DirectoryOption[]> {
  if (ids.length === 0) return []
  const found = await tx.aiSystem.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleSystems(actor)] },
    select: { id: true, ref: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` }))
}

async function vendorNames(tx: Tx, ids: readonly string[]): Promise<DirectoryOption[]> {
  if (ids.length === 0) return []
  const found = await tx.vendor.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ref: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ id, ref, name }) => ({ value: id, label: `${name} (${ref})` }))
}
