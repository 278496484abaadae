import type { Day } from '#lib/base/days'
import { type Cadence, dueAfter } from '#lib/kernel/cadence'
import type { Duty } from '#lib/kernel/due'
import { ruleOf } from '#lib/law/rules'
import { isIdentifiable } from './tier.ts'

/** How soon and how often an AI system is looked at. HIPAA names no interval; these are this product's defaults. */
export const systemCadences = {
  firstReview: {
    key: 'ai-system.first-review',
    label: 'First review after a proposal',
    why: 'People who ask for a tool start using it; a month is long enough.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
  yearlyReview: {
    key: 'ai-system.yearly-review',
    label: 'Full review',
    why: 'HIPAA asks for evaluation from time to time and after changes, without naming an interval.',
    unit: 'months',
    standard: 12,
    min: 1,
    max: 24,
  },
  firstDataReview: {
    key: 'ai-system.first-data-review',
    label: 'First data review after approval',
    why: 'What a tool is really given shows in its first weeks.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 180,
  },
  cover: {
    key: 'ai-system.cover',
    label: 'Get the agreement that a system in use is lacking',
    why: 'HIPAA wants it before the data flows. Where data flows already, a month is the longest it should go on; what lapses is due at once.',
    unit: 'days',
    standard: 30,
    min: 1,
    max: 90,
  },
  dataReview: {
    key: 'ai-system.data-review',
    label: 'Data review',
    why: 'Uses creep; what was the minimum necessary last year may not be today.',
    unit: 'months',
    standard: 12,
    min: 1,
    max: 24,
  },
  logReview: {
    key: 'ai-system.log-review',
    label: 'Look at its logs',
    why: 'HIPAA asks for regular review of activity records, without naming an interval.',
    unit: 'months',
    standard: 3,
    min: 1,
    max: 12,
  },
} as const satisfies Record<string, Cadence>

/** The facts that an AI system's duties depend on. Days are business days of the practice. */
export interface DueFacts {
  stage: string
  tier: string
  archived: boolean
  proposedOn: Day
  /** The day it came into the register. What happened before that day was nobody's to see to here. */
  registeredOn: Day
  approvedOn: Day | null
  reviewedOn: Day | null
  dataReviewedOn: Day | null
  logsReviewedOn: Day | null
  flows: readonly { deidentification: string }[]
  /** How agreements cover its patient data, since which day, and until when an officer lets it through without. */
  coverNoted: string
  coverSince: Day | null
  coverOverrideUntil: Day | null
}

/** What the gate noted of a system that it has not looked at yet. */
export const notLookedAt = { coverNoted: 'undescribed', coverSince: null, coverOverrideUntil: null }

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/**
 * What is due for one AI system. Pure; retired and archived systems have no duties. A first time is counted from the day
 * the register knew of it, and nothing that has to come again falls due before a first review would. `sinceOn` stays the
 * fact's own day, so that a due date that moves is not taken for a duty that was done.
 */
export function systemDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  if (facts.archived || facts.stage === 'retired') return []
  const duties: Duty[] = []
  const { proposedOn, registeredOn, approvedOn, reviewedOn, dataReviewedOn, logsReviewedOn } = facts
  const first = (since: Day, cadence: Cadence) => dueAfter(later(registeredOn, since), cadence, chosen)
  const again = (since: Day, cadence: Cadence) => {
    const next = dueAfter(since, cadence, chosen)
    return registeredOn > since ? later(next, first(since, systemCadences.firstReview)) : next
  }
  const working = ['approved', 'in-use', 'suspended-pending', 'suspended'].includes(facts.stage)
  const grave = facts.tier === 'high' ? 3 : 2
  duties.push({
    key: 'first-review',
    title: 'Review it for the first time',
    sinceOn: proposedOn,
    dueOn: first(proposedOn, systemCadences.firstReview),
    harm: working ? 3 : grave,
    citation: ruleOf('risk-analysis').citation,
    ...(reviewedOn ? { doneOn: reviewedOn } : {}),
  })
  duties.push(...coverDuties(facts, chosen))
  if (reviewedOn && working)
    duties.push({
      key: 'yearly-review',
      title: 'Review it in full',
      sinceOn: reviewedOn,
      dueOn: again(reviewedOn, systemCadences.yearlyReview),
      harm: grave,
      citation: ruleOf('evaluation').citation,
    })
  if (approvedOn && working && facts.flows.some(isIdentifiable)) {
    duties.push({
      key: 'data-review',
      title: 'Check that it gets no more patient data than it needs',
      sinceOn: dataReviewedOn ?? approvedOn,
      dueOn: dataReviewedOn
        ? again(dataReviewedOn, systemCadences.dataReview)
        : first(approvedOn, systemCadences.firstDataReview),
      harm: 3,
      citation: ruleOf('minimum-necessary').citation,
    })
  }
  if (approvedOn && facts.stage === 'in-use') {
    duties.push({
      key: 'log-review',
      title: 'Look at its logs',
      sinceOn: logsReviewedOn ?? approvedOn,
      dueOn: logsReviewedOn
        ? again(logsReviewedOn, systemCadences.logReview)
        : first(approvedOn, systemCadences.logReview),
      harm: grave === 3 ? 2 : 1,
      citation: ruleOf('activity-review').citation,
    })
  }
  return duties
}

/** Patient data goes to a vendor without the agreement it needs. What lapsed stopped the system, and is due at once. */
function coverDuties(facts: DueFacts, chosen: Readonly<Record<string, number>>): Duty[] {
  const { stage, coverNoted: cover, coverSince, coverOverrideUntil, registeredOn } = facts
  if (!coverSince || stage === 'suspended' || cover === 'undescribed') return []
  const isOpen = cover === 'uncovered' || cover === 'override'
  const isRunning = stage === 'approved' || stage === 'in-use' || stage === 'suspended-pending'
  if (isOpen && !isRunning) return []
  const inTime = dueAfter(later(registeredOn, coverSince), systemCadences.cover, chosen)
  return [
    {
      key: 'cover',
      title: 'Get the agreement that is missing',
      sinceOn: coverSince,
      dueOn:
        cover === 'override' && coverOverrideUntil
          ? coverOverrideUntil
          : stage === 'suspended-pending'
            ? coverSince
            : inTime,
      harm: 3,
      citation: ruleOf('business-associate').citation,
      ...(isOpen ? {} : { doneOn: coverSince }),
    },
  ]
}
