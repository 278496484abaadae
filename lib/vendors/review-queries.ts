import { type Day, dayIn, dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import { handedTo } from '#lib/people/handed-duties'
import { read } from '#lib/platform/db'
import { certificateSelect, toCertificate } from './certificates.ts'
import type { DueFacts } from './due.ts'
import { answeredForBy, answersFor, mayReview, visibleToReviewer } from './policy.ts'
import { vendorKind } from './schema.ts'

/** What somebody is shown of a vendor when they record a review of it. */
export interface VendorToReview extends DueFacts {
  id: string
  ref: string
  name: string
  services: string
  version: number
  registeredOn: Day
  /** Whether the actor may also open its page. */
  isReadable: boolean
}

/** The vendor for whoever may record reviews of it, archived or not; null for everybody else. */
export async function vendorToReview(actor: Actor, id: string): Promise<VendorToReview | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const handed = await handedTo(tx, actor, vendorKind)
    const found = await tx.vendor.findFirst({
      where: { AND: [{ id }, visibleToReviewer(actor, handed)] },
      select: {
        id: true,
        ref: true,
        name: true,
        services: true,
        version: true,
        patientData: true,
        businessAssociate: true,
        determinedOn: true,
        reviewedOn: true,
        ownerId: true,
        backupId: true,
        createdAt: true,
        archivedAt: true,
        certificates: { select: certificateSelect },
      },
    })
    if (!found || !mayReview(actor, handed.includes(id) || answersFor(actor, found))) return null
    const { ownerId: _owner, backupId: _backup, createdAt, archivedAt, ...plain } = found
    return {
      ...plain,
      archived: archivedAt !== null,
      registeredOn: dayIn(actor.timeZone, createdAt),
      determinedOn: dayOrNull(found.determinedOn),
      reviewedOn: dayOrNull(found.reviewedOn),
      certificates: found.certificates.map(toCertificate),
      isReadable: can(actor, 'vendor.read'),
    }
  })
}

/** Which of these vendors the actor owns or backs up, or was handed a duty of. Two statements. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'vendor.review-own')) return new Set()
  const found = await read(actor, async (tx) =>
    tx.vendor.findMany({
      where: {
        AND: [
          { id: { in: [...new Set(ids)] }, archivedAt: null },
          answeredForBy(actor, await handedTo(tx, actor, vendorKind)),
        ],
      },
      select: { id: true },
    }),
  )
  return new Set(found.map(({ id }) => id))
}
