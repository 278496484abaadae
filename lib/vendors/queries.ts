import { type Day, dayIn, dayOf, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type HistoryEntry, recordHistory } from '#lib/kernel/audit'
import { type ListState, listConditions, listOrder, listPage } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { read, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { certificateSelect, toCertificate } from './certificates.ts'
import { visible } from './policy.ts'
import { vendorKind } from './schema.ts'
import { type VendorRow, vendorTable } from './table.ts'

const named = { select: { id: true, name: true } } as const

const rowSelect = {
  id: true,
  ref: true,
  name: true,
  website: true,
  services: true,
  criticality: true,
  patientData: true,
  notes: true,
  ownerId: true,
  backupId: true,
  businessAssociate: true,
  determinedOn: true,
  reviewedOn: true,
  nextDueOn: true,
  archivedAt: true,
  version: true,
  owner: named,
  backup: named,
} as const satisfies Prisma.VendorSelect

/** A database row as lists and files see it. */
function toRow(found: Prisma.VendorGetPayload<{ select: typeof rowSelect }>): VendorRow {
  const { owner, backup, archivedAt, ...plain } = found
  return {
    ...plain,
    ownerName: owner?.name ?? null,
    backupName: backup?.name ?? null,
    determinedOn: dayOrNull(found.determinedOn),
    reviewedOn: dayOrNull(found.reviewedOn),
    nextDueOn: dayOrNull(found.nextDueOn),
    archived: archivedAt !== null,
  }
}

function whereOf(actor: Actor, state: ListState): Prisma.VendorWhereInput {
  return {
    AND: [
      visible(actor),
      { archivedAt: state.archived ? { not: null } : null },
      ...listConditions(vendorTable, state, { today: todayFor(actor), personId: actor.personId }),
    ],
  }
}

/** One page of the register, and how many vendors match. */
export function listVendors(actor: Actor, state: ListState): Promise<{ rows: VendorRow[]; total: number }> {
  return read(actor, async (tx) => ({
    rows: await vendorRowsOfPage(tx, actor, state),
    total: await countVendors(tx, actor, state),
  }))
}

/** The rows of one page, within a transaction. */
export async function vendorRowsOfPage(tx: Tx, actor: Actor, state: ListState): Promise<VendorRow[]> {
  const found = await tx.vendor.findMany({
    where: whereOf(actor, state),
    select: rowSelect,
    orderBy: listOrder(vendorTable, state),
    ...listPage(state),
  })
  return found.map(toRow)
}

/** How many vendors match. */
export function countVendors(tx: Tx, actor: Actor, state: ListState): Promise<number> {
  return tx.vendor.count({ where: whereOf(actor, state) })
}

/** `take` rows of the state's selection from `skip` on. For streamed exports. */
export function vendorsForFile(
  actor: Actor,
  state: ListState,
  skip: number,
  take: number,
): Promise<VendorRow[]> {
  return read(actor, async (tx) => {
    const found = await tx.vendor.findMany({
      where: whereOf(actor, state),
      select: rowSelect,
      orderBy: listOrder(vendorTable, state),
      skip,
      take,
    })
    return found.map(toRow)
  })
}

/** Everything the page of one vendor shows. */
export interface VendorDetail extends VendorRow {
  /** The day it came into the register. */
  registeredOn: Day
  determinationReasons: string[]
  determinationNote: string
  determinedByName: string | null
  contacts: { id: string; name: string; about: string; email: string; phone: string }[]
  certificates: (ReturnType<typeof toCertificate> & {
    /** The file on this vendor that shows it. */
    evidence: { id: string; title: string; isWithdrawn: boolean } | null
  })[]
  duties: { id: string; key: string; title: string; dueOn: string; citation: string }[]
  history: HistoryEntry[]
}

/** One vendor in full; null when it does not exist or the actor may not read vendors. */
export async function getVendor(actor: Actor, id: string): Promise<VendorDetail | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const found = await tx.vendor.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...rowSelect,
        createdAt: true,
        determinationReasons: true,
        determinationNote: true,
        determinedBy: named,
        contacts: {
          select: { id: true, name: true, about: true, email: true, phone: true },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        },
        certificates: {
          select: {
            ...certificateSelect,
            evidence: { select: { id: true, title: true, withdrawnAt: true } },
          },
          orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
        },
      },
    })
    if (!found) return null
    const duties = await tx.obligation.findMany({
      where: { recordKind: vendorKind, recordId: id, state: 'open' },
      orderBy: { dueOn: 'asc' },
      select: { id: true, key: true, title: true, dueOn: true, citation: true },
    })
    const { determinedBy, createdAt, contacts, certificates, ...plain } = found
    return {
      ...toRow(plain),
      registeredOn: dayIn(actor.timeZone, createdAt),
      determinationReasons: found.determinationReasons,
      determinationNote: found.determinationNote,
      determinedByName: determinedBy?.name ?? null,
      contacts,
      certificates: certificates.map(({ evidence, ...certificate }) => ({
        ...toCertificate(certificate),
        evidence: evidence && {
          id: evidence.id,
          title: evidence.title,
          isWithdrawn: evidence.withdrawnAt !== null,
        },
      })),
      duties: duties.map((duty) => ({ ...duty, dueOn: dayOf(duty.dueOn) })),
      history: await recordHistory(tx, vendorKind, id, 50),
    }
  })
}

/** Id, reference, name and version of every vendor the actor may read: what an import matches rows against. */
export function vendorKeys(
  tx: Tx,
  actor: Actor,
): Promise<{ id: string; ref: string; name: string; version: number }[]> {
  return tx.vendor.findMany({
    where: { AND: [visible(actor), { archivedAt: null }] },
    select: { id: true, ref: true, name: true, version: true },
    orderBy: { ref: 'asc' },
  })
}

/** The rows of these ids, as files see them. */
export async function vendorRows(tx: Tx, actor: Actor, ids: readonly string[]): Promise<VendorRow[]> {
  const found = await tx.vendor.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visible(actor)] },
    select: rowSelect,
  })
  return found.map(toRow)
}
