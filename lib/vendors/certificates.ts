import { dayOf, dayOrNull } from '#lib/base/days'
import type { Prisma } from '#lib/platform/prisma/client'

/** What a duty to ask for the next certificate follows from. */
export const certificateSelect = {
  id: true,
  kind: true,
  scope: true,
  issuedOn: true,
  validUntil: true,
  enteredOn: true,
  evidenceId: true,
} as const satisfies Prisma.VendorCertificateSelect

/** A stored certificate with its days. */
export function toCertificate(
  found: Prisma.VendorCertificateGetPayload<{ select: typeof certificateSelect }>,
) {
  return {
    ...found,
    issuedOn: dayOrNull(found.issuedOn),
    validUntil: dayOrNull(found.validUntil),
    enteredOn: dayOf(found.enteredOn),
  }
}
