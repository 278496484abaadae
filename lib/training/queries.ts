import { dayOf, dayOrNull } from '#lib/base/days'
import { type Actor, sitesWith } from '#lib/kernel/access'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { type Counts, countsOf, noCounts } from './counts.ts'
import type { Occasion } from './options.ts'
import { visible } from './policy.ts'
import { campaignState } from './standing.ts'
import { type CampaignRow, campaignTable } from './table.ts'

const rowSelect = {
  id: true,
  ref: true,
  title: true,
  courseId: true,
  occasion: true,
  reason: true,
  changedOn: true,
  groups: true,
  siteIds: true,
  opensOn: true,
  dueOn: true,
  joinerDays: true,
  escalateAfterDays: true,
  closedOn: true,
  assigned: true,
  signedInTime: true,
  signedLate: true,
  ownerId: true,
  backupId: true,
  nextDueOn: true,
  archivedAt: true,
  version: true,
  course: { select: { ref: true, title: true } },
  plan: { select: { name: true } },
  owner: { select: { name: true } },
  backup: { select: { name: true } },
} as const satisfies Prisma.CampaignSelect

type Found = Prisma.CampaignGetPayload<{ select: typeof rowSelect }>

/** Database rows as lists and files see them, with how far their people are. Three statements, however many rows. */
async function toRows(tx: Tx, actor: Actor, found: readonly Found[]): Promise<CampaignRow[]> {
  const today = todayFor(actor)
  const sites = sitesWith(actor, 'training.read')
  // What was counted at its closing is not counted again for those who see all sites.
  const uncounted = found.filter(({ assigned }) => sites !== 'all' || assigned === null)
  const counts = await countsOf(
    tx,
    uncounted.map(({ id }) => id),
    today,
    sites,
  )
  const siteIds = [...new Set(found.flatMap((one) => one.siteIds))]
  const named = siteIds.length > 0 ? await tx.site.findMany({ where: { id: { in: siteIds } } }) : []
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return found.map((one) => toRow(one, counts.get(one.id) ?? storedCounts(one), names, today))
}

/** As it was counted when it was closed; nobody is late after that. */
function storedCounts({ assigned, signedInTime, signedLate }: Found): Counts {
  const late = signedLate ?? 0
  return { ...noCounts, assigned: assigned ?? 0, signed: (signedInTime ?? 0) + late, signedLate: late }
}

function toRow(
  { course, plan, owner, backup, archivedAt, ...found }: Found,
  { assigned, signed, late }: Counts,
  names: ReadonlyMap<string, string>,
  today: ReturnType<typeof todayFor>,
): CampaignRow {
  const days = {
    opensOn: dayOf(found.opensOn),
    dueOn: dayOrNull(found.dueOn),
    closedOn: dayOrNull(found.closedOn),
  }
  return {
    ...found,
    ...days,
    ...{ assigned, signed, late },
    occasion: found.occasion as Occasion,
    changedOn: dayOrNull(found.changedOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    state: campaignState(days, today),
    courseName: `${course.ref} ${course.title}`,
    planName: plan?.name ?? '',
    siteNames: found.siteIds.flatMap((id) => names.get(id) ?? []),
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    archived: archivedAt !== null,
  }
}

function whereOf(actor: Actor, state: ListState): Prisma.CampaignWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(campaignTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many campaigns match. */
export function listCampaigns(
  actor: Actor,
  state: ListState,
): Promise<{ rows: CampaignRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await rowsOfPage(tx, actor, state),
    total: await countOf(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export function rowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<CampaignRow[]> {
  const { skip, take } = listPage(state)
  return rowsBetween(tx, actor, state, skip, take)
}

async function rowsBetween(tx: Tx, actor: Actor, state: ListState, skip: number, take: number) {
  const found = await tx.campaign.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(campaignTable, state),
    ...{ skip, take },
  })
  return toRows(tx, actor, found)
}

/** How many campaigns match. */
export function countOf(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.campaign.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state’s selection from `skip` on. For streamed exports. */
export function campaignsForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<CampaignRow[]> {
  return read(actor, (tx) => rowsBetween(tx, actor, state, skip, take))
}

/** The row of one campaign; null when the actor does not see it. */
export async function campaignRow(tx: Tx, actor: Actor, id: string): Promise<CampaignRow | null> {
  const found = await tx.campaign.findFirst({ where: { AND: [{ id }, visible(actor)] }, select: rowSelect })
  if (!found) return null
  const [row] = await toRows(tx, actor, [found])
  return row ?? null
}
