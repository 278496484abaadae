import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { operatingStates } from '#lib/people/sites-queries'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import type { Cover } from './cover.ts'
import { coversOf } from './cover-queries.ts'
import { flowSelect, toFlowRow } from './flow-queries.ts'
import type { FlowRow } from './flow-table.ts'
import { visible } from './policy.ts'
import { systemKind } from './schema.ts'
import { type SystemRow, systemTable } from './table.ts'

const named = { select: { id: true, name: true } } as const

const listSelect = {
  id: true,
  ref: true,
  name: true,
  purpose: true,
  category: true,
  vendorId: true,
  vendorName: true,
  product: true,
  modelName: true,
  runsWhere: true,
  productVersion: true,
  users: true,
  notes: true,
  reachesPatient: true,
  licensedReview: true,
  useKind: true,
  therapy: true,
  generative: true,
  decisionSupport: true,
  protectedInputs: true,
  patientData: true,
  stage: true,
  tier: true,
  tierOverride: true,
  tierOverrideReason: true,
  ownerId: true,
  backupId: true,
  proposedOn: true,
  approvedOn: true,
  reviewedOn: true,
  dataReviewedOn: true,
  logsReviewedOn: true,
  nextDueOn: true,
  cover: true,
  archivedAt: true,
  version: true,
  owner: named,
  backup: named,
  sites: { select: { site: named } },
} as const satisfies Prisma.AiSystemSelect

export const fileSelect = {
  ...listSelect,
  safeguards: { select: { key: true, state: true, note: true } },
} as const satisfies Prisma.AiSystemSelect

type Listed = Prisma.AiSystemGetPayload<{ select: typeof listSelect }>
type Filed = Prisma.AiSystemGetPayload<{ select: typeof fileSelect }>

/** A database row as lists and files see it. */
export function toRow(found: Listed | Filed): SystemRow {
  const { owner, backup, sites, archivedAt, cover, ...plain } = found
  return {
    ...plain,
    coverNoted: cover,
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    sites: sites.map(({ site }) => site).sort((a, b) => a.name.localeCompare(b.name)),
    proposedOn: dayOf(found.proposedOn),
    approvedOn: dayOrNull(found.approvedOn),
    reviewedOn: dayOrNull(found.reviewedOn),
    dataReviewedOn: dayOrNull(found.dataReviewedOn),
    logsReviewedOn: dayOrNull(found.logsReviewedOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    archived: archivedAt !== null,
    safeguards: 'safeguards' in found ? found.safeguards : [],
  }
}

/** The AI systems that a list in this state shows to the actor. */
export function whereOf(actor: Actor, state: ListState): Prisma.AiSystemWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(systemTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many systems match. */
export function listSystems(actor: Actor, state: ListState): Promise<{ rows: SystemRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await systemRowsOfPage(tx, actor, state),
    total: await countSystems(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function systemRowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<SystemRow[]> {
  const found = await tx.aiSystem.findMany({
    where: whereOf(actor, state),
    select: listSelect,
    orderBy: listOrder(systemTable, state),
    ...listPage(state),
  })
  return found.map(toRow)
}

/** How many systems match. */
export function countSystems(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.aiSystem.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on, with everything a file holds. For streamed exports. */
export function systemsForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<SystemRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.aiSystem.findMany({
      where: whereOf(actor, state),
      select: fileSelect,
      orderBy: listOrder(systemTable, state),
      skip,
      take,
    })
    return found.map(toRow)
  })
}

/** Everything the page of one system shows. */
export interface SystemDetail extends SystemRow {
  stageReason: string
  stageSince: string
  /** The day it came into the register. */
  registeredOn: Day
  tierComputed: string
  /** The vendor of the register that it is linked to. */
  vendor: { id: string; ref: string; name: string } | null
  /** Who asked for it; null when it was added by somebody who keeps the register. */
  proposedByName: string | null
  /** Two-letter codes of the states it is used in: those of its sites, or all of the practice's. */
  states: string[]
  /** What the gate says of its patient data, judged now. */
  cover: Cover
  coverOverrideUntil: Day | null
  coverOverrideReason: string
  coverSince: Day | null
  flows: FlowRow[]
  duties: { id: string; key: string; title: string; dueOn: string; citation: string }[]
  history: HistoryEntry[]
}

const unjudged: Cover = { state: 'undescribed', steps: [], until: null }

/** One system in full; null when it does not exist or is out of the actor's scope. */
export async function getSystem(actor: Actor, id: string): Promise<SystemDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.aiSystem.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...fileSelect,
        sites: { select: { site: { select: { id: true, name: true, state: true } } } },
        stageReason: true,
        stageSince: true,
        createdAt: true,
        tierComputed: true,
        coverOverrideUntil: true,
        coverOverrideReason: true,
        coverSince: true,
        vendor: { select: { id: true, ref: true, name: true } },
        proposedBy: named,
        flows: { where: { archivedAt: null }, select: flowSelect, orderBy: { ref: 'asc' } },
      },
    })
    if (!found) return null
    const duties = await tx.obligation.findMany({
      where: { recordKind: systemKind, recordId: id, state: 'open' },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, citation: true },
    })
    const cover = (await coversOf(tx, { id }, todayFor(actor))).get(id) ?? unjudged
    const { flows, proposedBy, vendor, stageSince, createdAt, ...plain } = found
    const siteStates = found.sites.map(({ site }) => site.state)
    return {
      ...toRow(plain),
      states: siteStates.length > 0 ? [...new Set(siteStates)] : await operatingStates(tx),
      stageReason: found.stageReason,
      stageSince: dayOf(stageSince),
      registeredOn: dayIn(actor.timeZone, createdAt),
      tierComputed: found.tierComputed,
      cover,
      coverNoted: cover.state,
      coverOverrideUntil: dayOrNull(found.coverOverrideUntil),
      coverOverrideReason: found.coverOverrideReason,
      coverSince: dayOrNull(found.coverSince),
      vendor,
      proposedByName: proposedBy?.name ?? null,
      flows: flows.map(toFlowRow),
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, systemKind, id, 50),
    }
  })
}

/** Id, reference, name and version of every system the actor may read: what an import matches rows against. */
export async function systemKeys(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; version: number }[]> {
  if (!can(actor, 'ai-system.read')) return []
  return tx.aiSystem.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, name: true, version: true },
    orderBy: { ref: 'asc' },
  })
}

/** The rows of these ids within the actor's scope, as files see them. */
export async function systemRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<SystemRow[]> {
  const found = await tx.aiSystem.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visible(actor)] },
    select: fileSelect,
  })
  return found.map(toRow)
}
