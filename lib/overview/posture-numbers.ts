import { lacksSafeguard } from '#lib/ai-systems/gaps'
import type { Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { addUp } from './add-up.ts'
import { type AgreementNumbers, agreementStanding } from './agreement-standing.ts'
import { countDuties, type DueCounts } from './due-counts.ts'
import { everyDuty } from './reach.ts'
import { countOpenRisks, type RiskNumbers } from './risk-numbers.ts'
import { countAssessments, countControls, type RuleNumbers } from './rule-numbers.ts'
import { type TrainingNumbers, trainingNumbers } from './training-numbers.ts'

/** AI systems: what is in use, and what it lacks; high risk apart from the rest. */
interface SystemNumbers {
  systems: number
  inUse: number
  highLacking: number
  highOrphan: number
  otherLacking: number
  otherOrphan: number
  dataUnknown: number
}

/**
 * How agreements cover the patient data of the AI systems that are approved, in use, or stopped because an agreement is
 * missing. `exposed` of the uncovered ones are not stopped.
 */
interface CoverNumbers {
  covered: number
  lapsing: number
  override: number
  uncovered: number
  undescribed: number
  notNeeded: number
  exposed: number
  stopped: number
}

/** Vendors: with patient data and not decided on, and those of which not even that is known. */
interface VendorNumbers {
  vendors: number
  undetermined: number
  vendorDataUnknown: number
}

interface DutyNumbers {
  open: number
  overdue: number
  overdueGrave: number
  overdueLong: number
  checks: number
  firstReviewsOverdue: number
  reviewsOverdue: number
  filesOverdue: number
}

/** What the posture is judged by. */
export type PostureNumbers = SystemNumbers &
  CoverNumbers &
  VendorNumbers &
  AgreementNumbers &
  RiskNumbers &
  RuleNumbers &
  TrainingNumbers &
  DutyNumbers
export type PostureKey = keyof PostureNumbers

/** The stages of the AI systems whose cover counts: data flows, may flow, or flowed until an agreement went missing. */
export const coveredStages = ['approved', 'in-use', 'suspended-pending'] as const
const running: readonly string[] = ['approved', 'in-use']

/** Two statements. `within` says which systems. */
export async function countSystems(
  tx: Tx,
  within: Prisma.AiSystemWhereInput,
): Promise<SystemNumbers & CoverNumbers> {
  const groups = await tx.aiSystem.groupBy({
    by: ['stage', 'tier', 'cover', 'patientData'],
    where: { AND: [within, { archivedAt: null }] },
    _count: { _all: true, ownerId: true },
  })
  const lacking = await tx.aiSystem.groupBy({
    by: ['tier'],
    where: { AND: [within, { archivedAt: null, stage: 'in-use' }, lacksSafeguard] },
    _count: { _all: true },
  })
  type Group = (typeof groups)[number]
  const sum = (matches: (group: Group) => boolean) =>
    addUp(groups.filter(matches), ({ _count }) => _count._all)
  const inUse = ({ stage }: Group) => stage === 'in-use'
  const isHigh = ({ tier }: { tier: string }) => tier === 'high'
  const orphans = (matches: (group: Group) => boolean) =>
    addUp(groups.filter(matches), ({ _count }) => _count._all - _count.ownerId)
  const counted = ({ stage }: Group) => coveredStages.some((known) => known === stage)
  const cover = (state: string) => sum((group) => counted(group) && group.cover === state)
  return {
    systems: sum(() => true),
    inUse: sum(inUse),
    highLacking: addUp(lacking.filter(isHigh), ({ _count }) => _count._all),
    otherLacking: addUp(
      lacking.filter((group) => !isHigh(group)),
      ({ _count }) => _count._all,
    ),
    highOrphan: orphans((group) => inUse(group) && isHigh(group)),
    otherOrphan: orphans((group) => inUse(group) && !isHigh(group)),
    dataUnknown: sum((group) => inUse(group) && group.patientData === 'unknown'),
    covered: cover('covered'),
    lapsing: cover('lapsing'),
    override: cover('override'),
    uncovered: cover('uncovered'),
    undescribed: cover('undescribed'),
    notNeeded: cover('not-needed'),
    exposed: sum(({ stage, cover }) => running.includes(stage) && cover === 'uncovered'),
    stopped: sum(({ stage }) => stage === 'suspended-pending'),
  }
}

/** Vendors belong to the whole practice: who reads one reads all. One statement. */
export async function countVendors(tx: Tx): Promise<VendorNumbers> {
  const groups = await tx.vendor.groupBy({
    by: ['businessAssociate', 'patientData'],
    where: { archivedAt: null },
    _count: { _all: true },
  })
  const undecided = (patientData: string) =>
    groups.filter((group) => group.businessAssociate === 'unknown' && group.patientData === patientData)
  const all = (found: typeof groups) => addUp(found, ({ _count }) => _count._all)
  return {
    vendors: all(groups),
    undetermined: all(undecided('yes')),
    vendorDataUnknown: all(undecided('unknown')),
  }
}

/** The kinds of duties that are reviews, and those that ask for a newer file or certificate. */
export const firstReview = 'ai-system.first-review'
export const laterReviews = [
  'ai-system.yearly-review',
  'ai-system.data-review',
  'ai-system.log-review',
  'vendor.yearly-review',
]
export const renewedFiles = ['evidence.renew', 'vendor.certificate']

/** What the posture asks of the open duties; no statement. */
export function dutyNumbers({ all, overdueGrave, byAge, byKind: kinds }: DueCounts): DutyNumbers {
  const named = (names: readonly string[]) =>
    kinds.filter(({ recordKind, key }) => names.includes(`${recordKind}.${key}`))
  const overdue = (names: readonly string[]) => addUp(named(names), ({ counts }) => counts.overdue)
  return {
    open: all.overdue + all['due-soon'] + all['on-track'],
    overdue: all.overdue,
    overdueGrave,
    overdueLong: byAge['90+'],
    checks: addUp(
      named([firstReview, ...laterReviews, ...renewedFiles]),
      ({ counts }) => counts.overdue + counts['due-soon'] + counts['on-track'],
    ),
    firstReviewsOverdue: overdue([firstReview]),
    reviewsOverdue: overdue(laterReviews),
    filesOverdue: overdue(renewedFiles),
  }
}

/** Every number for the whole practice, whoever asks. */
export async function countAll(tx: Tx, today: Day): Promise<PostureNumbers> {
  return {
    ...(await countSystems(tx, {})),
    ...(await countVendors(tx)),
    ...(await agreementStanding(tx, today, 0)).numbers,
    ...(await countOpenRisks(tx, {}, today)),
    ...(await countControls(tx)),
    ...(await countAssessments(tx, { assessments: {}, systems: {} }, today)),
    ...(await trainingNumbers(tx, 'all', today)),
    ...dutyNumbers(await countDuties(tx, everyDuty, today)),
  }
}
