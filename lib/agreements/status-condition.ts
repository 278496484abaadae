import { addDays, type Day, dateOf } from '#lib/base/days'
import { type AgreementStatus, expiringDays } from '#lib/law/agreement-terms'
import type { Prisma } from '#lib/platform/prisma/client'

type Where = Prisma.AgreementWhereInput

// Each condition and its opposite are written out: of an empty day PostgreSQL knows neither that it is before nor that it is not.

/** Signed, and begun on or before a day. */
const begun = (on: Date): Where => ({
  signedOn: { not: null },
  OR: [{ effectiveOn: { lte: on } }, { effectiveOn: null, signedOn: { lte: on } }],
})
const notBegun = (on: Date): Where => ({
  signedOn: { not: null },
  OR: [{ effectiveOn: { gt: on } }, { effectiveOn: null, signedOn: { gt: on } }],
})
const replacedBy = (on: Date): Where => ({ successors: { some: { archivedAt: null, ...begun(on) } } })
const notReplacedBy = (on: Date): Where => ({ successors: { none: { archivedAt: null, ...begun(on) } } })
const endedBefore = (on: Date): Where => ({ renewal: 'ends', endsOn: { lt: on } })
const notEndedBefore = (on: Date): Where => ({
  OR: [{ renewal: { not: 'ends' } }, { endsOn: null }, { endsOn: { gte: on } }],
})
const terminatedBy = (on: Date): Where => ({ terminatedOn: { lte: on } })
const notTerminatedBy = (on: Date): Where => ({ OR: [{ terminatedOn: null }, { terminatedOn: { gt: on } }] })

/** `agreementStatus` as a condition. */
export function statusCondition(status: AgreementStatus, today: Day): Where {
  const now = dateOf(today)
  const soon = dateOf(addDays(today, expiringDays + 1))
  if (status === 'terminated') return terminatedBy(now)
  if (status === 'draft') return { AND: [notTerminatedBy(now)], signedOn: null, sentOn: null }
  if (status === 'sent') return { AND: [notTerminatedBy(now)], signedOn: null, sentOn: { not: null } }
  if (status === 'replaced') return { AND: [notTerminatedBy(now), replacedBy(now)], signedOn: { not: null } }
  const open = [notTerminatedBy(now), notReplacedBy(now)]
  if (status === 'upcoming') return { AND: [...open, notBegun(now)] }
  if (status === 'lapsed') return { AND: [...open, begun(now), endedBefore(now)] }
  const current = [...open, begun(now), notEndedBefore(now)]
  if (status === 'expiring')
    return { AND: current, OR: [terminatedBy(soon), replacedBy(soon), endedBefore(soon)] }
  return { AND: [...current, notTerminatedBy(soon), notReplacedBy(soon), notEndedBefore(soon)] }
}
