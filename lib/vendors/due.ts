import type { Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { optionLabel } from '#lib/kernel/table'
import { ruleOf } from '#lib/law/rules'
import { type DeterminationFacts, lacksDetermination } from './gaps.ts'
import { certificateKinds } from './options.ts'

/** How soon and how often a vendor is looked at. HIPAA names no interval; these are this product's defaults. */
export const vendorCadences = {
  determination: {
    key: 'vendor.determination',
    label: 'Decide whether a new vendor is a business associate',
    why: 'HIPAA wants the agreement before the data flows and names no number of days; a month is the longest a practice should not know.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
  yearlyReview: {
    key: 'vendor.yearly-review',
    label: 'Review of a vendor',
    why: 'Vendors change what they do, where they keep it and whom they pass it on to. No rule names an interval.',
    unit: 'months',
    standard: 12,
    min: 1,
    max: 36,
  },
} as const satisfies Record<string, Cadence>

/** The facts that a vendor's duties depend on. Days are business days of the practice. */
export interface DueFacts extends DeterminationFacts {
  archived: boolean
  /** The day it came into the register. */
  registeredOn: Day
  determinedOn: Day | null
  reviewedOn: Day | null
  certificates: readonly CertificateFacts[]
}

interface CertificateFacts {
  id: string
  kind: string
  scope: string
  issuedOn: Day | null
  validUntil: Day | null
  enteredOn: Day
}

/** The duty to ask for what follows a certificate; a vendor has one for each that ends. */
export const certificateKey = 'certificate'

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/**
 * What is due for one vendor. Pure; archived vendors have no duties. A review from before the register knew of the vendor
 * makes nothing due sooner than a first determination would be.
 */
export function vendorDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  if (facts.archived) return []
  const { registeredOn, determinedOn, reviewedOn } = facts
  const soonest = dueAfter(registeredOn, vendorCadences.determination, chosen)
  const duties: Duty[] = []
  const determined = facts.businessAssociate !== 'unknown' ? determinedOn : null
  if (determined || lacksDetermination(facts))
    duties.push({
      key: 'determination',
      title: 'Decide whether it is a business associate',
      sinceOn: registeredOn,
      dueOn: soonest,
      harm: 3,
      citation: ruleOf('business-associate').citation,
      ...(determined ? { doneOn: determined } : {}),
    })
  const sinceOn = reviewedOn ?? registeredOn
  const next = dueAfter(sinceOn, vendorCadences.yearlyReview, chosen)
  duties.push({
    key: 'yearly-review',
    title: 'Review the vendor',
    sinceOn,
    dueOn: sinceOn < registeredOn ? later(next, soonest) : next,
    harm: facts.patientData === 'no' ? 1 : 2,
    citation: ruleOf('evaluation').citation,
  })
  for (const { id, kind, scope, issuedOn, validUntil, enteredOn } of facts.certificates)
    if (validUntil)
      duties.push({
        key: `${certificateKey}:${id}`,
        title: `Ask for the next ${kind === 'other' ? scope : optionLabel(certificateKinds, kind)}`,
        // Whoever enters the next one moves this day, and that is how the duty is known to be done.
        sinceOn: issuedOn ?? enteredOn,
        dueOn: validUntil,
        harm: facts.patientData === 'no' ? 1 : 2,
      })
  return duties
}
