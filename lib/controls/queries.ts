import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { requirementKey } from '#lib/law/frameworks/all-frameworks'
import { frameworkNames, requirementWords } from '#lib/law/frameworks/requirement-words'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { visible } from './policy.ts'
import { controlKind } from './schema.ts'
import { type ControlRow, controlTable } from './table.ts'

const named = { select: { id: true, name: true } } as const

const rowSelect = {
  id: true,
  ref: true,
  title: true,
  does: true,
  evidence: true,
  state: true,
  stateReason: true,
  testEveryMonths: true,
  testedOn: true,
  testResult: true,
  testDueOn: true,
  notes: true,
  ownerId: true,
  backupId: true,
  nextDueOn: true,
  archivedAt: true,
  version: true,
  owner: named,
  backup: named,
  requirements: {
    select: { framework: true, requirement: true },
    orderBy: [{ framework: 'asc' }, { requirement: 'asc' }],
  },
} as const satisfies Prisma.ControlSelect

type Names = ReadonlyMap<string, string>

/** What frameworks are called where requirements are named, those that were replaced by a newer edition included. */
async function namesOf(tx: Tx): Promise<Names> {
  return frameworkNames(await tx.ownFramework.findMany({ select: { id: true, ref: true, name: true } }))
}

/** A database row as lists and files see it. */
function toRow(found: Prisma.ControlGetPayload<{ select: typeof rowSelect }>, names: Names): ControlRow {
  const { owner, backup, archivedAt, requirements, ...plain } = found
  return {
    ...plain,
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    testedOn: dayOrNull(found.testedOn),
    testDueOn: dayOrNull(found.testDueOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    requirements: requirements.map(requirementKey),
    requirementWords: requirements.map((ref) => requirementWords(ref, names)),
    archived: archivedAt !== null,
  }
}

function whereOf(actor: Actor, state: ListState): Prisma.ControlWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(controlTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many controls match. */
export function listControls(actor: Actor, state: ListState): Promise<{ rows: ControlRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await controlRowsOfPage(tx, actor, state),
    total: await countControls(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function controlRowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<ControlRow[]> {
  const { skip, take } = listPage(state)
  return pageOf(tx, actor, state, skip, take)
}

async function pageOf(tx: Tx, actor: Actor, state: ListState, skip: number, take: number) {
  const found = await tx.control.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(controlTable, state),
    skip,
    take,
  })
  const names = await namesOf(tx)
  return found.map((control) => toRow(control, names))
}

/** How many controls match. */
export function countControls(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.control.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function controlsForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<ControlRow[]> {
  return read(actor, (tx) => pageOf(tx, actor, state, skip, take))
}

/** Everything the page of one control shows. */
export interface ControlDetail extends ControlRow {
  /** The day it came into the register, and the day it was changed last. */
  registeredOn: Day
  changedOn: Day
  starterKey: string | null
  tests: { id: string; testedOn: Day; result: string; note: string; byName: string }[]
  duties: { id: string; key: string; title: string; dueOn: string; citation: string }[]
  history: HistoryEntry[]
}

const shownTests = 20

/** One control in full; null when it does not exist or the actor may not read controls. */
export async function getControl(actor: Actor, id: string): Promise<ControlDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.control.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...rowSelect,
        createdAt: true,
        updatedAt: true,
        starterKey: true,
        tests: {
          select: { id: true, testedOn: true, result: true, note: true, testedBy: named },
          orderBy: [{ testedOn: 'desc' }, { id: 'desc' }],
          take: shownTests,
        },
      },
    })
    if (!found) return null
    const duties = await tx.obligation.findMany({
      where: { recordKind: controlKind, recordId: id, state: 'open' },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, citation: true },
    })
    const { createdAt, updatedAt, starterKey, tests, ...plain } = found
    return {
      ...toRow(plain, await namesOf(tx)),
      registeredOn: dayIn(actor.timeZone, createdAt),
      changedOn: dayIn(actor.timeZone, updatedAt),
      starterKey,
      tests: tests.map(({ testedOn, testedBy, ...test }) => ({
        ...test,
        testedOn: dayOf(testedOn),
        byName: testedBy.name,
      })),
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, controlKind, id, 50),
    }
  })
}

/** Id, reference, title and version of every control the actor may read: what an import matches rows against. */
export async function controlKeys(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; version: number }[]> {
  const found = await tx.control.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, title: true, version: true },
    orderBy: { ref: 'asc' },
  })
  return found.map(({ title, ...plain }) => ({ ...plain, name: title }))
}

/** The rows of these ids, as files see them. */
export async function controlRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ControlRow[]> {
  const found = await tx.control.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visible(actor)] },
    select: rowSelect,
  })
  const names = await namesOf(tx)
  return found.map((control) => toRow(control, names))
}
