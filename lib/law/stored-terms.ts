import { dayOrNull } from '#lib/base/days'
import { firstDayInForce, type Terms } from './agreement-terms.ts'

const begins = { signedOn: true, effectiveOn: true } as const

/** The columns of an agreement from which its days are read. */
export const termsSelect = {
  ...begins,
  sentOn: true,
  endsOn: true,
  renewal: true,
  renewalMonths: true,
  noticeDays: true,
  terminatedOn: true,
  successors: { where: { archivedAt: null, signedOn: { not: null } }, select: begins },
} as const

interface Begins {
  signedOn: Date | null
  effectiveOn: Date | null
}

/** An agreement's days as they are stored: each at midnight UTC. */
export interface StoredTerms extends Begins {
  sentOn: Date | null
  endsOn: Date | null
  renewal: string
  renewalMonths: number | null
  noticeDays: number | null
  terminatedOn: Date | null
  /** The signed agreements that follow it. */
  successors: readonly Begins[]
}

const firstDay = ({ signedOn, effectiveOn }: Begins) =>
  firstDayInForce({ signedOn: dayOrNull(signedOn), effectiveOn: dayOrNull(effectiveOn) })

/** The stored days as the law's questions take them. */
export function termsOf(found: StoredTerms): Terms {
  const followed = found.successors.flatMap((next) => firstDay(next) ?? [])
  return {
    sentOn: dayOrNull(found.sentOn),
    signedOn: dayOrNull(found.signedOn),
    effectiveOn: dayOrNull(found.effectiveOn),
    endsOn: dayOrNull(found.endsOn),
    renewal: found.renewal,
    renewalMonths: found.renewalMonths,
    noticeDays: found.noticeDays,
    terminatedOn: dayOrNull(found.terminatedOn),
    replacedOn: followed.length > 0 ? followed.reduce((a, b) => (a < b ? a : b)) : null,
  }
}
