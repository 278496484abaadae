import { type Day, day, dayOf, dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { dutyScope, visibleDuties } from '#lib/kernel/due-scope'
import {
  type ListState,
  listConditions,
  listOrder,
  listPage,
  type Option,
  parseListState,
  type SearchParams,
  type Table,
} from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type DutyRow, dueTable, openOn } from './due-table.ts'
import { countedDuties } from './reach.ts'

type Where = Prisma.ObligationWhereInput

export interface DueListPage {
  table: Table<DutyRow, Where>
  state: ListState
  rows: DutyRow[]
  /** How many match, and how many there are without search and filters. */
  total: number
  all: number
  /** The day the list is seen from: today, or the one chosen to look back to. */
  day: Day
  isPast: boolean
  people: Option[]
}

const named = { select: { name: true } } as const

/** One page of all duties within the actor's view, as the address asks. Closed ones take the place of archived records. */
export function dueListPage(actor: Actor, params: SearchParams): Promise<DueListPage> {
  const today = todayFor(actor)
  return read(actor, async (tx) => {
    const sites = await readableSites(tx, actor)
    const isClosed = params['archived'] === 'yes' && params['on'] === undefined
    const table = dueTable(today, sites, isClosed)
    const asked = parseListState(table, params)
    // One day at a time can be looked back to.
    const past = asked.filters['on']?.[0]
    const state = past ? { ...asked, filters: { ...asked.filters, on: [past] }, archived: false } : asked
    const seen = past ? day(past) : today
    const standing: Where = past ? openOn(seen) : { state: state.archived ? { not: 'open' } : 'open' }
    const within: Where = { AND: [visibleDuties(actor), countedDuties(actor), standing] }
    const where: Where = {
      AND: [within, ...listConditions(table, state, { today: seen, personId: actor.personId })],
    }
    const found = await tx.obligation.findMany({
      where,
      include: { owner: named, backup: named },
      orderBy: listOrder(table, state),
      ...listPage(state),
    })
    const siteNames = new Map(sites.map(({ value, label }) => [value, label]))
    const total = await tx.obligation.count({ where })
    const isNarrowed = state.search !== '' || Object.keys(state.filters).length > (past ? 1 : 0)
    return {
      table,
      state,
      rows: found.map(({ owner, backup, dueOn, closedOn, snoozedUntil, ...row }) => ({
        ...row,
        dueOn: dayOf(dueOn),
        closedOn: dayOrNull(closedOn),
        snoozedUntil: dayOrNull(snoozedUntil),
        sites: row.siteIds.flatMap((id) => siteNames.get(id) ?? []),
        ownerName: owner?.name ?? null,
        backupName: backup?.name ?? null,
      })),
      total,
      all: isNarrowed ? await tx.obligation.count({ where: within }) : total,
      day: seen,
      isPast: past !== undefined,
      people: await owners(tx, actor),
    }
  })
}

async function readableSites(tx: Tx, actor: Actor): Promise<Option[]> {
  const { all, siteIds } = dutyScope(actor)
  const sites = await tx.site.findMany({
    where: all ? {} : { id: { in: siteIds } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return sites.map(({ id, name }) => ({ value: id, label: name }))
}

/** Who owns or backs up a duty in view: the choices of those filters. */
async function owners(tx: Tx, actor: Actor): Promise<Option[]> {
  const some = { some: { AND: [visibleDuties(actor), countedDuties(actor), { state: 'open' }] } }
  const people = await tx.person.findMany({
    where: { OR: [{ ownedDuties: some }, { backedDuties: some }] },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 300,
  })
  return people.map(({ id, name }) => ({ value: id, label: name }))
}
