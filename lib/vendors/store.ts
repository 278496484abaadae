import { dayIn, dayOrNull } from '#lib/base/days'
import type { RecordRef } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { type Duty, earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import type { Prisma } from '#lib/platform/prisma/client'
import { certificateSelect, toCertificate } from './certificates.ts'
import { vendorDuties } from './due.ts'
import { visible } from './policy.ts'
import { vendorKind } from './schema.ts'

/** A vendor as events name it. */
export const recordOf = ({ id, ref, name }: { id: string; ref: string; name: string }): RecordRef => ({
  kind: vendorKind,
  id,
  label: `${ref} ${name}`,
})

const storedSelect = {
  id: true,
  ref: true,
  name: true,
  ownerId: true,
  backupId: true,
  patientData: true,
  businessAssociate: true,
  determinedOn: true,
  reviewedOn: true,
  nextDueOn: true,
  createdAt: true,
  archivedAt: true,
  certificates: { select: certificateSelect },
} as const satisfies Prisma.VendorSelect

/**
 * Recomputes the next due date of these vendors and stores what changed. Returns their duties for the runner. A constant
 * number of statements, however many vendors.
 */
export async function settle(
  { tx, actor }: CommandContext,
  where: Prisma.VendorWhereInput,
): Promise<DueSync[]> {
  const vendors = await tx.vendor.findMany({ where, select: storedSelect })
  const changed: { id: string; nextDueOn: string | null }[] = []
  const syncs = vendors.map((vendor): DueSync => {
    const duties = vendorDuties(
      {
        ...vendor,
        archived: vendor.archivedAt !== null,
        registeredOn: dayIn(actor.timeZone, vendor.createdAt),
        determinedOn: dayOrNull(vendor.determinedOn),
        reviewedOn: dayOrNull(vendor.reviewedOn),
        certificates: vendor.certificates.map(toCertificate),
      },
      actor.cadences,
    )
    const nextDueOn = earliestDue(duties)
    if (nextDueOn !== dayOrNull(vendor.nextDueOn)) changed.push({ id: vendor.id, nextDueOn })
    return { ...dueSync(vendor, duties), isOver: vendor.archivedAt !== null }
  })
  await updateRows(tx, 'Vendor', changed)
  return syncs
}

interface Answered {
  id: string
  ref: string
  name: string
  ownerId: string | null
  backupId: string | null
}

/** The duties of one vendor in the shape the runner takes. Vendors belong to the whole practice. */
function dueSync(vendor: Answered, duties: readonly Duty[]): DueSync {
  const { id: recordId, label: recordLabel } = recordOf(vendor)
  const { ownerId, backupId } = vendor
  return { kind: vendorKind, recordId, recordLabel, siteIds: [], ownerId, backupId, duties }
}

const lockedSelect = {
  ...storedSelect,
  version: true,
} as const satisfies Prisma.VendorSelect

export type LockedVendor = Prisma.VendorGetPayload<{ select: typeof lockedSelect }>

/** The vendor, locked until the transaction ends, when the actor may see it (or it is in `scope`); else not found. */
export async function lockVendor(
  { tx, actor }: CommandContext,
  id: string,
  scope: Prisma.VendorWhereInput = visible(actor),
): Promise<LockedVendor> {
  await tx.$executeRaw`SELECT 1 FROM "Vendor" WHERE "id" = ${id}::uuid FOR UPDATE`
  const vendor = await tx.vendor.findFirst({ where: { AND: [{ id }, scope] }, select: lockedSelect })
  if (!vendor) throw notFound()
  return vendor
}

/** As `lockVendor`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
  scope?: Prisma.VendorWhereInput,
): Promise<LockedVendor> {
  const vendor = await lockVendor(context, id, scope)
  if (vendor.version !== version) throw await staleVersion(context.tx, vendorKind, id)
  if (vendor.archivedAt) throw conflict('This vendor is archived. Restore it first.')
  return vendor
}

/** Locks vendors until the transaction ends, always in the same order. */
export async function lockVendors({ tx }: CommandContext, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Vendor" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
}
