import { dayOf, dayOrNull } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import type { Kind, State } from './options.ts'
import { visible } from './policy.ts'
import { type AssessmentRow, assessmentTable } from './table.ts'

export const rowSelect = {
  id: true,
  ref: true,
  title: true,
  kind: true,
  systemId: true,
  scope: true,
  state: true,
  asked: true,
  answered: true,
  startedOn: true,
  dueOn: true,
  signedOn: true,
  ownerId: true,
  backupId: true,
  nextDueOn: true,
  archivedAt: true,
  version: true,
  owner: { select: { name: true } },
  backup: { select: { name: true } },
  predecessor: { select: { ref: true } },
  system: { select: { ref: true, name: true, sites: { select: { siteId: true } } } },
} as const satisfies Prisma.AssessmentSelect

/** A database row as lists and files see it. */
export function toRow(found: Prisma.AssessmentGetPayload<{ select: typeof rowSelect }>): AssessmentRow {
  const { id, ref, title, scope, systemId, asked, answered, ownerId, backupId, version, system } = found
  return {
    ...{ id, ref, title, scope, systemId, asked, answered, ownerId, backupId, version },
    kind: found.kind as Kind,
    state: found.state as State,
    systemName: system ? `${system.ref} ${system.name}` : '',
    siteIds: system?.sites.map(({ siteId }) => siteId) ?? [],
    startedOn: dayOf(found.startedOn),
    dueOn: dayOf(found.dueOn ?? found.startedOn),
    signedOn: dayOrNull(found.signedOn),
    predecessorRef: found.predecessor?.ref ?? '',
    ownerName: found.owner?.name ?? null,
    backupName: found.backup?.name ?? null,
    nextDueOn: dayOrNull(found.nextDueOn),
    archived: found.archivedAt !== null,
  }
}

function whereOf(actor: Actor, state: ListState): Prisma.AssessmentWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(assessmentTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many assessments match. */
export function listAssessments(
  actor: Actor,
  state: ListState,
): Promise<{ rows: AssessmentRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await rowsOfPage(tx, actor, state),
    total: await countOf(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function rowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<AssessmentRow[]> {
  const { skip, take } = listPage(state)
  return rowsBetween(tx, actor, state, skip, take)
}

async function rowsBetween(tx: Tx, actor: Actor, state: ListState, skip: number, take: number) {
  const found = await tx.assessment.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(assessmentTable, state),
    ...{ skip, take },
  })
  return found.map(toRow)
}

/** How many assessments match. */
export function countOf(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.assessment.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state’s selection from `skip` on. For streamed exports. */
export function assessmentsForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<AssessmentRow[]> {
  return read(actor, (tx) => rowsBetween(tx, actor, state, skip, take))
}
