import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { agreementStatus } from '#lib/law/agreement-terms'
import { termsOf, termsSelect } from '#lib/law/stored-terms'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import type { DueFacts } from './due.ts'
import { answeredForBy, visible, visibleSystems } from './policy.ts'
import { agreementKind } from './schema.ts'
import { type AgreementRow, agreementTable } from './table.ts'

const named = { select: { name: true } } as const
const vendor = { select: { ref: true, name: true } } as const

const rowSelect = {
  ...termsSelect,
  id: true,
  ref: true,
  title: true,
  kind: true,
  vendorId: true,
  vendor,
  upstreamId: true,
  upstream: vendor,
  covers: true,
  services: true,
  ourSigner: true,
  theirSigner: true,
  yearlyCost: true,
  breachDays: true,
  confirmedOn: true,
  complete: true,
  termEndsOn: true,
  noticeByOn: true,
  nextDueOn: true,
  ownerId: true,
  backupId: true,
  notes: true,
  archivedAt: true,
  version: true,
  owner: named,
  backup: named,
} as const satisfies Prisma.AgreementSelect

/** What only a file or a page shows. Of what it names, what the actor may read. */
const partSelect = (actor: Actor) =>
  ({
    clauses: { select: { key: true, state: true, words: true, page: true } },
    systems: {
      where: { system: visibleSystems(actor) },
      select: { system: { select: { id: true, ref: true } } },
      orderBy: { system: { ref: 'asc' } },
    },
    flows: {
      where: { flow: { system: visibleSystems(actor) } },
      select: { flow: { select: { id: true, ref: true } } },
      orderBy: { flow: { ref: 'asc' } },
    },
  }) as const satisfies Prisma.AgreementSelect
const fullSelect = (actor: Actor) =>
  ({ ...rowSelect, ...partSelect(actor) }) as const satisfies Prisma.AgreementSelect

type Found = Prisma.AgreementGetPayload<{ select: typeof rowSelect }>
type Parts = Prisma.AgreementGetPayload<{ select: ReturnType<typeof partSelect> }>

const noParts = { clauses: [], systems: [], flows: [] }

/** A database row as lists and files see it. Lists do not read what only a file or a page shows. */
function toRow(found: Found, today: Day, parts: Parts = noParts): AgreementRow {
  const { owner, backup, vendor, upstream, archivedAt, successors: _, ...plain } = found
  const terms = termsOf(found)
  return {
    ...plain,
    ...terms,
    vendorRef: vendor.ref,
    vendorName: vendor.name,
    upstreamRef: upstream?.ref ?? null,
    upstreamName: upstream?.name ?? null,
    systems: parts.systems.map(({ system }) => system),
    flows: parts.flows.map(({ flow }) => flow),
    clauses: parts.clauses,
    status: agreementStatus(terms, today),
    confirmedOn: dayOrNull(found.confirmedOn),
    termEndsOn: dayOrNull(found.termEndsOn),
    noticeByOn: dayOrNull(found.noticeByOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    archived: archivedAt !== null,
  }
}

function whereOf(actor: Actor, state: ListState): Prisma.AgreementWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(agreementTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many agreements match. */
export function listAgreements(
  actor: Actor,
  state: ListState,
): Promise<{ rows: AgreementRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await agreementRowsOfPage(tx, actor, state),
    total: await countAgreements(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function agreementRowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<AgreementRow[]> {
  const found = await tx.agreement.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(agreementTable, state),
    ...listPage(state),
  })
  return found.map((row) => toRow(row, todayFor(actor)))
}

/** How many agreements match. */
export function countAgreements(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.agreement.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function agreementsForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<AgreementRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.agreement.findMany({
      where: whereOf(actor, state),
      select: fullSelect(actor),
      orderBy: listOrder(agreementTable, state),
      skip,
      take,
      relationLoadStrategy: 'query',
    })
    return found.map((row) => toRow(row, todayFor(actor), row))
  })
}

/** Another agreement that stands before or after this one. */
export interface Neighbour {
  id: string
  ref: string
  title: string
}

/** Everything the page of one agreement shows, and what its duties follow from. */
export interface AgreementDetail extends AgreementRow, Omit<DueFacts, keyof AgreementRow> {
  clauses: { key: string; state: string; words: string; page: string }[]
  terminationReason: string
  dataReturn: string | null
  dataReturnNote: string
  predecessor: Neighbour | null
  successors: Neighbour[]
  duties: { id: string; key: string; title: string; dueOn: Day; citation: string }[]
  history: HistoryEntry[]
}

const neighbour = { id: true, ref: true, title: true } as const

/** One agreement in full; null when it does not exist or the actor may not read agreements. */
export async function getAgreement(actor: Actor, id: string): Promise<AgreementDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.agreement.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...fullSelect(actor),
        createdAt: true,
        clausesOn: true,
        renewalDecidedOn: true,
        renewalDecidedFor: true,
        terminationReason: true,
        dataReturn: true,
        dataReturnedOn: true,
        dataReturnNote: true,
        predecessor: { select: neighbour },
      },
    })
    if (!found) return null
    const successors = await tx.agreement.findMany({
      where: { predecessorId: id, archivedAt: null },
      select: neighbour,
      orderBy: { ref: 'asc' },
    })
    const duties = await tx.obligation.findMany({
      where: { recordKind: agreementKind, recordId: id, state: 'open' },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, citation: true },
    })
    const { terminationReason, dataReturn, dataReturnNote, predecessor, clauses } = found
    return {
      ...toRow(found, todayFor(actor), found),
      ...{ terminationReason, dataReturn, dataReturnNote, predecessor, clauses, successors },
      registeredOn: dayIn(actor.timeZone, found.createdAt),
      clausesOn: dayOrNull(found.clausesOn),
      renewalDecidedOn: dayOrNull(found.renewalDecidedOn),
      renewalDecidedFor: dayOrNull(found.renewalDecidedFor),
      dataReturnedOn: dayOrNull(found.dataReturnedOn),
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, agreementKind, id, 50),
    }
  })
}

/** What an import matches rows against. The name of an agreement is its vendor and its title. */
export async function agreementKeys(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; version: number }[]> {
  const found = await tx.agreement.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, title: true, vendorId: true, version: true },
    orderBy: { ref: 'asc' },
  })
  return found.map(({ title, vendorId, ...key }) => ({ ...key, name: `${vendorId} ${title}` }))
}

/** The rows of these ids, as files see them. */
export async function agreementRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<AgreementRow[]> {
  const found = await tx.agreement.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visible(actor)] },
    select: fullSelect(actor),
    relationLoadStrategy: 'query',
  })
  return found.map((row) => toRow(row, todayFor(actor), row))
}

/** Which of these agreements the actor owns or backs up. One statement. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'agreement.keep-own')) return new Set()
  const found = await read(actor, (tx) =>
    tx.agreement.findMany({
      where: { AND: [{ id: { in: [...new Set(ids)] }, archivedAt: null }, answeredForBy(actor)] },
      select: { id: true },
    }),
  )
  return new Set(found.map(({ id }) => id))
}
