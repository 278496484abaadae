import { statusCondition } from '#lib/agreements/status-condition'
import { lacksSafeguard } from '#lib/ai-systems/gaps'
import type { Day } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { addUp } from './add-up.ts'
import { countDuties, type DueCounts } from './due-counts.ts'
import { everyDuty } from './reach.ts'

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

/** Vendors and the agreements with them. */
interface PartyNumbers {
  vendors: number
  undetermined: number
  vendorDataUnknown: number
  inForce: number
  incomplete: number
  expiring: number
  /** Business associate and data use agreements that ended and were not replaced; then the others. */
  lapsedGrave: number
  lapsedOther: number
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
export type PostureNumbers = SystemNumbers & CoverNumbers & PartyNumbers & DutyNumbers
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

const graveKinds: readonly string[] = ['baa', 'data-use']

/** Vendors and agreements belong to the whole practice: who reads one reads all. Four statements. */
export async function countParties(tx: Tx, today: Day): Promise<PartyNumbers> {
  const vendors = await tx.vendor.groupBy({
    by: ['businessAssociate', 'patientData'],
    where: { archivedAt: null },
    _count: { _all: true },
  })
  const lapsed = await tx.agreement.groupBy({
    by: ['kind'],
    where: { AND: [{ archivedAt: null }, statusCondition('lapsed', today)] },
    _count: { _all: true },
  })
  const expiring = await tx.agreement.groupBy(byKind(statusCondition('expiring', today)))
  const executed = await tx.agreement.groupBy(byKind(statusCondition('executed', today)))
  const current = [...expiring, ...executed]
  const all = <Group extends { _count: { _all: number } }>(groups: readonly Group[]) =>
    addUp(groups, ({ _count }) => _count._all)
  const undecided = vendors.filter(({ businessAssociate }) => businessAssociate === 'unknown')
  return {
    vendors: all(vendors),
    undetermined: all(undecided.filter(({ patientData }) => patientData === 'yes')),
    vendorDataUnknown: all(undecided.filter(({ patientData }) => patientData === 'unknown')),
    inForce: all(current),
    incomplete: all(current.filter(({ kind, complete }) => kind === 'baa' && !complete)),
    expiring: all(expiring),
    lapsedGrave: all(lapsed.filter(({ kind }) => graveKinds.includes(kind))),
    lapsedOther: all(lapsed.filter(({ kind }) => !graveKinds.includes(kind))),
  }
}

const byKind = (standing: Prisma.AgreementWhereInput) =>
  ({
    by: ['kind', 'complete'],
    where: { AND: [{ archivedAt: null }, standing] },
    _count: { _all: true },
  }) satisfies Prisma.AgreementGroupByArgs

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
    ...(await countParties(tx, today)),
    ...dutyNumbers(await countDuties(tx, everyDuty, today)),
  }
}
