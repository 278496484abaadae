import { addDays, addMonths, type Day } from '#lib/base/days'
import { type Clause, requiredClauses } from './agreement-clauses.ts'

/** The days of an agreement that decide how it stands. Business days of the practice. */
export interface Terms {
  sentOn: Day | null
  signedOn: Day | null
  effectiveOn: Day | null
  endsOn: Day | null
  /** ends | renews | evergreen */
  renewal: string
  renewalMonths: number | null
  noticeDays: number | null
  /** The first day on which it is no longer in force because somebody ended it. */
  terminatedOn: Day | null
  /** The first day of a signed agreement that takes its place; null without one. */
  replacedOn: Day | null
}

export type AgreementStatus =
  | 'draft'
  | 'sent'
  | 'upcoming'
  | 'executed'
  | 'expiring'
  | 'lapsed'
  | 'replaced'
  | 'terminated'

/** Days before its end from which an agreement counts as expiring, and a covered system as lapsing. */
export const expiringDays = 90

/**
 * The term that runs on a day: its first and last day. One that renews by itself has further terms, each as long as
 * `renewalMonths` (a year where nobody wrote it down), counted from the first end so that the 31st stays the 31st. Null for
 * one without an end.
 */
export function termOn(
  terms: Pick<Terms, 'effectiveOn' | 'signedOn' | 'endsOn' | 'renewal' | 'renewalMonths'>,
  today: Day,
): { from: Day | null; to: Day } | null {
  const { endsOn, renewal } = terms
  if (!endsOn || renewal === 'evergreen') return null
  const first = { from: terms.effectiveOn ?? terms.signedOn, to: endsOn }
  if (renewal !== 'renews' || endsOn >= today) return first
  const months = terms.renewalMonths ?? 12
  let further = 1
  while (addMonths(endsOn, months * further) < today) further += 1
  return {
    from: addDays(addMonths(endsOn, months * (further - 1)), 1),
    to: addMonths(endsOn, months * further),
  }
}

/** The last day on which an agreement is in force, as far as is known today; null when no end is in sight. */
export function lastDayInForce(terms: Terms): Day | null {
  const ends = [
    terms.renewal === 'ends' ? terms.endsOn : null,
    terms.terminatedOn ? addDays(terms.terminatedOn, -1) : null,
    terms.replacedOn ? addDays(terms.replacedOn, -1) : null,
  ].filter((day) => day !== null)
  return ends.length > 0 ? ends.reduce((a, b) => (a < b ? a : b)) : null
}

/** The first day on which it is in force; null as long as it is not signed. */
export function firstDayInForce({
  signedOn,
  effectiveOn,
}: Pick<Terms, 'signedOn' | 'effectiveOn'>): Day | null {
  return signedOn ? (effectiveOn ?? signedOn) : null
}

/** Whether an agreement is signed, has begun and has not ended. */
export function inForce(terms: Terms, today: Day): boolean {
  const from = firstDayInForce(terms)
  const to = lastDayInForce(terms)
  return from !== null && from <= today && (to === null || to >= today)
}

/** How an agreement stands on a day. Never stored: it follows from its days. */
export function agreementStatus(terms: Terms, today: Day): AgreementStatus {
  const { terminatedOn, replacedOn } = terms
  if (terminatedOn && terminatedOn <= today) return 'terminated'
  const from = firstDayInForce(terms)
  if (!from) return terms.sentOn ? 'sent' : 'draft'
  if (replacedOn && replacedOn <= today) return 'replaced'
  if (from > today) return 'upcoming'
  const to = lastDayInForce(terms)
  if (to && to < today) return 'lapsed'
  return to && to <= addDays(today, expiringDays) ? 'expiring' : 'executed'
}

/** The last day on which notice can be given before the term that runs ends; null without an end or a notice period. */
export function noticeBy(
  terms: Pick<Terms, 'effectiveOn' | 'signedOn' | 'endsOn' | 'renewal' | 'renewalMonths' | 'noticeDays'>,
  today: Day,
): Day | null {
  const term = termOn(terms, today)
  return term && terms.noticeDays !== null ? addDays(term.to, -terms.noticeDays) : null
}

/** The clauses that the law requires and that an agreement lacks: absent, or looked for by nobody yet. */
export function missingClauses(found: readonly { key: string; state: string }[]): readonly Clause[] {
  const state = new Map(found.map((clause) => [clause.key, clause.state]))
  return requiredClauses.filter((clause: Clause) => {
    const is = state.get(clause.key)
    return !(is === 'present' || is === 'weak' || (is === 'not-needed' && clause.onlyIf !== undefined))
  })
}
