import { dateOf } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { firstDuties } from '#lib/kernel/first-duties'
import type { ListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { answeringPeople } from '#lib/people/directory'
import { read, type Tx } from '#lib/platform/db'
import { countsOf } from './counts.ts'
import { visible } from './policy.ts'
import { countOf, rowsOfPage } from './queries.ts'
import { campaignKind } from './schema.ts'
import type { CampaignRow } from './table.ts'

/** A row of the register's page: the record, and the duty of it that is due first. */
export interface RegisterRow extends CampaignRow {
  nextDuty: string | null
}

/** How the campaigns that are open stand together, for the sites that the actor reads. */
export interface OpenStanding {
  campaigns: number
  assigned: number
  signed: number
  late: number
}

export interface RegisterPage {
  rows: RegisterRow[]
  /** How many match the search and the filters. */
  total: number
  /** How many there are without them. */
  all: number
  /** Who owns or backs a campaign: the choices of those filters. */
  people: { value: string; label: string }[]
  open: OpenStanding
}

/** Everything that the register's page shows: its rows, and beside them in a transaction of their own what stands around them. */
export async function registerPage(actor: Actor, state: ListState): Promise<RegisterPage> {
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const inRegister = { AND: [visible(actor), { archivedAt: state.archived ? { not: null } : null }] }
  const [rows, around] = await Promise.all([
    read(actor, async (tx) => {
      const found = await rowsOfPage(tx, actor, state)
      const first = await firstDuties(
        tx,
        campaignKind,
        found.map((row) => row.id),
      )
      return found.map((row) => ({ ...row, nextDuty: first.get(row.id)?.key ?? null }))
    }),
    read(actor, async (tx) => ({
      total: await countOf(tx, actor, state),
      all: isNarrowed ? await tx.campaign.count({ where: inRegister }) : null,
      people: await answerable(tx, actor),
      open: await openStanding(tx, actor),
    })),
  ])
  return { rows, ...around, all: around.all ?? around.total }
}

async function openStanding(tx: Tx, actor: Actor): Promise<OpenStanding> {
  const today = todayFor(actor)
  const open = await tx.campaign.findMany({
    where: { AND: [visible(actor), { archivedAt: null, closedOn: null, opensOn: { lte: dateOf(today) } }] },
    select: { id: true },
  })
  const ids = open.map(({ id }) => id)
  const counts = [...(await countsOf(tx, ids, today, sitesWith(actor, 'training.read'))).values()]
  const sum = (key: 'assigned' | 'signed' | 'late') => counts.reduce((all, one) => all + one[key], 0)
  return { campaigns: ids.length, assigned: sum('assigned'), signed: sum('signed'), late: sum('late') }
}

async function answerable(tx: Tx, actor: Actor): Promise<{ value: string; label: string }[]> {
  const pairs = await tx.campaign.groupBy({
    by: ['ownerId', 'backupId'],
    where: { AND: [visible(actor), { archivedAt: null }] },
  })
  return answeringPeople(tx, pairs)
}
