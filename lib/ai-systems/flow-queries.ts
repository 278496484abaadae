import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { flowKind } from './flow-schema.ts'
import { type FlowRow, flowTable } from './flow-table.ts'
import { visible } from './policy.ts'

export const flowSelect = {
  id: true,
  ref: true,
  systemId: true,
  purpose: true,
  identifiers: true,
  clinicalClasses: true,
  destination: true,
  minimumNecessary: true,
  deidentification: true,
  retention: true,
  trainsModel: true,
  authorization: true,
  archivedAt: true,
  version: true,
  system: { select: { ref: true, name: true, stage: true } },
  vendors: {
    select: { vendor: { select: { id: true, ref: true, name: true } } },
    orderBy: { vendor: { ref: 'asc' } },
  },
} as const satisfies Prisma.PhiFlowSelect

export function toFlowRow({
  system,
  archivedAt,
  vendors,
  ...plain
}: Prisma.PhiFlowGetPayload<{ select: typeof flowSelect }>): FlowRow {
  return {
    ...plain,
    systemRef: system.ref,
    systemName: system.name,
    systemStage: system.stage,
    vendors: vendors.map(({ vendor }) => vendor),
    archived: archivedAt !== null,
  }
}

/** Flows are seen by whoever may read their system. */
function whereOf(actor: Actor, state: ListState): Prisma.PhiFlowWhereInput {
  return {
    AND: [
      { system: { AND: [visible(actor), { archivedAt: null }] } },
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(flowTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of all flows, and how many match. */
export function listFlows(actor: Actor, state: ListState): Promise<{ rows: FlowRow[]; total: number }> {
  return read(actor, (tx) => flowsPage(tx, actor, state))
}

/** As `listFlows`, and how many there are without search and filters. */
export function flowRegisterPage(
  actor: Actor,
  state: ListState,
): Promise<{ rows: FlowRow[]; total: number; all: number }> {
  return read(actor, async (tx) => ({
    ...(await flowsPage(tx, actor, state)),
    all: await tx.phiFlow.count({ where: whereOf(actor, { ...state, search: '', filters: {} }) }),
  }))
}

async function flowsPage(
  tx: Tx,
  actor: Actor,
  state: ListState,
): Promise<{ rows: FlowRow[]; total: number }> {
  const where = whereOf(actor, state)
  const found = await tx.phiFlow.findMany({
    where,
    select: flowSelect,
    orderBy: listOrder(flowTable, state),
    ...listPage(state),
  })
  return { rows: found.map(toFlowRow), total: await tx.phiFlow.count({ where }) }
}

/** `take` flows of the state's selection from `skip` on. For streamed exports. */
export function flowsForFile(actor: Actor, state: ListState, skip: number, take: number): Promise<FlowRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.phiFlow.findMany({
      where: whereOf(actor, state),
      select: flowSelect,
      orderBy: listOrder(flowTable, state),
      skip,
      take,
    })
    return found.map(toFlowRow)
  })
}

/** One flow with its history; null when it does not exist or its system is out of the actor's scope. */
export async function getFlow(
  actor: Actor,
  id: string,
): Promise<(FlowRow & { history: HistoryEntry[] }) | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.phiFlow.findFirst({ where: { id, system: visible(actor) }, select: flowSelect })
    return found ? { ...toFlowRow(found), history: await recordHistory(tx, flowKind, id, 50) } : null
  })
}

/** What an import matches flow rows against. The name of a flow is its system and purpose. */
export async function flowKeys(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; version: number }[]> {
  const found = await tx.phiFlow.findMany({
    where: { archivedAt: null, system: { AND: [visible(actor), { archivedAt: null }] } },
    select: { id: true, ref: true, purpose: true, version: true, systemId: true },
    orderBy: { ref: 'asc' },
  })
  return found.map(({ purpose, systemId, ...key }) => ({ ...key, name: `${systemId} ${purpose}` }))
}

/** The flows of these ids within the actor's scope. */
export async function flowRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<FlowRow[]> {
  const found = await tx.phiFlow.findMany({
    where: { id: { in: [...ids] }, system: visible(actor) },
    select: flowSelect,
  })
  return found.map(toFlowRow)
}
