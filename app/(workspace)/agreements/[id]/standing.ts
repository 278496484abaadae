import type { AgreementDetail } from '#lib/agreements/queries'
import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { dueStatus } from '#lib/kernel/due'
import { lastDayInForce, missingClauses } from '#lib/law/agreement-terms'

/** How an agreement stands, and what it covers, in sentences. */
export function standing(agreement: AgreementDetail, today: Day): string {
  if (agreement.archived) return 'It is archived: out of the register, and it covers nothing.'
  const overdue = agreement.duties.filter(({ dueOn }) => dueStatus(dueOn, today) === 'overdue').length
  return [inWords(agreement), gaps(agreement), overdue > 0 ? `${count(overdue, 'thing')} overdue.` : '']
    .filter(Boolean)
    .join(' ')
}

function inWords(agreement: AgreementDetail): string {
  const { status, effectiveOn, terminatedOn, termEndsOn, renewal, noticeByOn } = agreement
  const end = lastDayInForce(agreement)
  if (status === 'draft') return 'It is a draft: nobody has signed it, and it covers nothing.'
  if (status === 'sent') return 'It was sent and not signed yet, so it covers nothing.'
  if (status === 'upcoming')
    return `It is signed and begins on ${effectiveOn ? formatDay(effectiveOn) : 'a later day'}.`
  if (status === 'terminated')
    return `It was ended from ${terminatedOn ? formatDay(terminatedOn) : 'some day'} on, and covers nothing.`
  if (status === 'replaced') return 'Another agreement has taken its place.'
  if (status === 'lapsed')
    return `It ended on ${end ? formatDay(end) : 'some day'}, and covers nothing any more.`
  if (end) return `It is in force until ${formatDay(end)}.`
  if (renewal === 'renews' && termEndsOn)
    return `It is in force and renews by itself after ${formatDay(termEndsOn)}${noticeByOn ? `; notice has to be given by ${formatDay(noticeByOn)}` : ''}.`
  return 'It is in force, without an end.'
}

/** Why a business associate agreement is incomplete, and so covers nothing. */
function gaps({ kind, complete, clauses }: AgreementDetail): string {
  if (kind !== 'baa' || complete) return ''
  const missing = missingClauses(clauses)
  const absent = clauses.filter(
    ({ key, state }) => state === 'absent' && missing.some((clause) => clause.key === key),
  )
  if (absent.length > 0)
    return `${count(absent.length, 'clause')} that the law requires ${absent.length === 1 ? 'is' : 'are'} missing, so it does not count as cover.`
  return 'Its clauses have not all been looked for, so it does not count as cover yet.'
}
