import type { Day } from '#lib/base/days'
import { daysLate, dueStatus } from '#lib/kernel/due'
import type { AssignmentState, CampaignState, ClosedFor } from './options.ts'

/** The facts of an assignment that say where it stands. Days are business days of the practice. */
export interface AssignmentFacts {
  dueOn: Day
  started: boolean
  signedOn: Day | null
  pausedOn: Day | null
  closedFor: ClosedFor | null
}

/** Where one person stands with one campaign. A signature outlasts everything that happens to the assignment later. */
export function assignmentState(facts: AssignmentFacts, today: Day): AssignmentState {
  const { dueOn, signedOn, closedFor } = facts
  if (signedOn) return daysLate(dueOn, signedOn) > 0 ? 'signed-late' : 'signed'
  if (closedFor) return closedFor
  if (facts.pausedOn) return 'paused'
  if (dueStatus(dueOn, today) === 'overdue') return 'late'
  return facts.started ? 'started' : 'open'
}

/** Whether there is something left to do. */
export function isOpen({ signedOn, closedFor }: Pick<AssignmentFacts, 'signedOn' | 'closedFor'>): boolean {
  return signedOn === null && closedFor === null
}

/** Where a campaign stands. A standing one has no due date and is never past it. */
export function campaignState(
  { opensOn, dueOn, closedOn }: { opensOn: Day; dueOn: Day | null; closedOn: Day | null },
  today: Day,
): CampaignState {
  if (closedOn) return 'closed'
  if (opensOn > today) return 'planned'
  return dueOn !== null && dueStatus(dueOn, today) === 'overdue' ? 'past-due' : 'open'
}
