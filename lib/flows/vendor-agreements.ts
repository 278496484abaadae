import { visible } from '#lib/agreements/policy'
import type { Day } from '#lib/base/days'
import { dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { type AgreementStatus, agreementStatus } from '#lib/law/agreement-terms'
import { termsOf, termsSelect } from '#lib/law/stored-terms'
import { read } from '#lib/platform/db'

/** An agreement as the page of its vendor lists it. */
export interface VendorAgreement {
  id: string
  ref: string
  title: string
  kind: string
  complete: boolean
  status: AgreementStatus
  termEndsOn: Day | null
  /** The vendor for which it works as a subcontractor; null for the practice's own. */
  upstreamName: string | null
}

/** The agreements with a vendor that are in the register, the newest first. One statement. */
export async function agreementsOfVendor(actor: Actor, vendorId: string): Promise<VendorAgreement[]> {
  if (!isId(vendorId)) return []
  const today = todayFor(actor)
  const found = await read(actor, (tx) =>
    tx.agreement.findMany({
      where: { AND: [{ vendorId, archivedAt: null }, visible(actor)] },
      select: {
        ...termsSelect,
        id: true,
        ref: true,
        title: true,
        kind: true,
        complete: true,
        termEndsOn: true,
        upstream: { select: { name: true } },
      },
      orderBy: [{ signedOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
      take: 100,
    }),
  )
  return found.map(({ upstream, ...agreement }) => ({
    id: agreement.id,
    ref: agreement.ref,
    title: agreement.title,
    kind: agreement.kind,
    complete: agreement.complete,
    status: agreementStatus(termsOf(agreement), today),
    termEndsOn: dayOrNull(agreement.termEndsOn),
    upstreamName: upstream?.name ?? null,
  }))
}
