import { addDays, type Day } from '#lib/base/days'
import { type Cadence, cadenceLength, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { agreementStatus, noticeBy, type Terms, termOn } from '#lib/law/agreement-terms'
import { ruleOf } from '#lib/law/rules'

/** How soon an agreement is seen to. No rule names these numbers; they are this product's defaults. */
export const agreementCadences = {
  sign: {
    key: 'agreement.sign',
    label: 'Get an agreement signed',
    why: 'HIPAA wants it before the data flows and names no number of days for getting it.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
  clauses: {
    key: 'agreement.clauses',
    label: 'Go through the clauses of a new business associate agreement',
    why: 'An agreement that lacks a required clause covers nothing, so it should not stand unread for long.',
    unit: 'days',
    standard: 14,
    min: 1,
    max: 90,
  },
  renewalLead: {
    key: 'agreement.renewal-lead',
    label: 'Renew before an agreement without notice period ends',
    why: 'Getting a signature takes weeks; a lapse stops every AI system that depends on it.',
    unit: 'days',
    standard: 30,
    min: 0,
    max: 180,
  },
  dataReturn: {
    key: 'agreement.data-return',
    label: 'Have patient data returned or destroyed after the end',
    why: 'The rule wants it at the end and names no number of days.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
} as const satisfies Record<string, Cadence>

/** The facts that an agreement's duties depend on. Days are business days of the practice. */
export interface DueFacts extends Terms {
  kind: string
  upstreamId: string | null
  archived: boolean
  registeredOn: Day
  complete: boolean
  clausesOn: Day | null
  confirmedOn: Day | null
  renewalDecidedOn: Day | null
  renewalDecidedFor: Day | null
  dataReturnedOn: Day | null
}

/** The duty to renew, replace or end; an agreement has one for each term. */
export const renewalKey = 'renewal'

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** What is due for one agreement on a day. Pure; archived and replaced ones have no duties. */
export function agreementDuties(
  facts: DueFacts,
  today: Day,
  chosen: Readonly<Record<string, number>>,
): Duty[] {
  if (facts.archived) return []
  const status = agreementStatus(facts, today)
  if (status === 'terminated') return returnDuties(facts, facts.terminatedOn, chosen)
  return [
    ...signDuties(facts, chosen),
    ...clauseDuties(facts, status, chosen),
    ...renewalDuties(facts, today, chosen),
  ]
}

const isAssociate = ({ kind }: DueFacts) => kind === 'baa'
const ruleFor = (facts: DueFacts) =>
  facts.kind === 'data-use'
    ? ruleOf('limited-data-set').citation
    : isAssociate(facts)
      ? ruleOf('business-associate').citation
      : ''

function signDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  const { registeredOn, signedOn, kind } = facts
  return [
    {
      key: 'sign',
      title: 'Get it signed',
      sinceOn: registeredOn,
      dueOn: dueAfter(registeredOn, agreementCadences.sign, chosen),
      harm: kind === 'baa' || kind === 'data-use' ? 3 : 2,
      citation: ruleFor(facts),
      ...(signedOn ? { doneOn: signedOn } : {}),
    },
  ]
}

/** Between a vendor and its subcontractor the practice rarely sees the clauses: the vendor's written word counts there. */
function clauseDuties(facts: DueFacts, status: string, chosen: Readonly<Record<string, number>>): Duty[] {
  if (!isAssociate(facts) || !facts.signedOn || status === 'replaced' || status === 'lapsed') return []
  const sinceOn = later(facts.registeredOn, facts.signedOn)
  const doneOn = facts.complete ? (facts.clausesOn ?? facts.confirmedOn) : null
  return [
    {
      key: 'clauses',
      title: facts.upstreamId
        ? 'Have it confirmed in writing, or go through its clauses'
        : facts.clausesOn
          ? 'Have the missing clauses added'
          : 'Go through its clauses',
      sinceOn,
      dueOn: dueAfter(sinceOn, agreementCadences.clauses, chosen),
      harm: 3,
      citation: '45 CFR 164.504(e)(2), 164.314(a)(2)(i)',
      ...(doneOn ? { doneOn } : {}),
    },
  ]
}

/** A signed successor settles the renewal; so does the decision to let it renew, for the term it was made for. */
function renewalDuties(facts: DueFacts, today: Day, chosen: Readonly<Record<string, number>>): Duty[] {
  const term = termOn(facts, today)
  if (!term || !facts.signedOn) return []
  const lead = cadenceLength(agreementCadences.renewalLead, chosen)
  const planned = noticeBy(facts, today) ?? (facts.renewal === 'ends' ? addDays(term.to, -lead) : null)
  if (!planned) return []
  const decided = facts.renewalDecidedFor === term.to ? facts.renewalDecidedOn : null
  const doneOn = facts.replacedOn ? earlier(facts.replacedOn, today) : decided
  return [
    {
      key: `${renewalKey}:${term.to}`,
      title:
        facts.renewal === 'renews' ? 'Let it renew, or give notice' : 'Renew it, replace it or let it end',
      sinceOn: term.from ?? facts.signedOn,
      dueOn: fromRegister(planned, term.to, facts, chosen),
      harm: isAssociate(facts) || facts.kind === 'data-use' ? 3 : 2,
      citation: ruleFor(facts),
      ...(doneOn ? { doneOn } : {}),
    },
  ]
}

/**
 * What was to be done before the register knew of the agreement gets the time of a first signature, or until its end. One
 * about patient data that had lapsed by then is due at once.
 */
function fromRegister(
  planned: Day,
  endsOn: Day,
  facts: DueFacts,
  chosen: Readonly<Record<string, number>>,
): Day {
  const { registeredOn } = facts
  if (planned >= registeredOn) return planned
  const coversData = isAssociate(facts) || facts.kind === 'data-use'
  if (coversData && endsOn < registeredOn) return registeredOn
  const soonest = dueAfter(registeredOn, agreementCadences.sign, chosen)
  return endsOn >= registeredOn ? earlier(endsOn, soonest) : soonest
}

/** After a business associate agreement ended, its patient data has to be returned or destroyed. */
function returnDuties(
  facts: DueFacts,
  endedOn: Day | null,
  chosen: Readonly<Record<string, number>>,
): Duty[] {
  if (!isAssociate(facts) || facts.upstreamId || !endedOn || facts.replacedOn || !facts.signedOn) return []
  return [
    {
      key: 'data-return',
      title: 'Have patient data returned or destroyed, confirmed in writing',
      sinceOn: endedOn,
      dueOn: dueAfter(endedOn, agreementCadences.dataReturn, chosen),
      harm: 3,
      citation: '45 CFR 164.504(e)(2)(ii)(J)',
      ...(facts.dataReturnedOn ? { doneOn: facts.dataReturnedOn } : {}),
    },
  ]
}
