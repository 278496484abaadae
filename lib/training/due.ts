import { addDays, type Day } from '#lib/base/days'
import type { Duty } from '#lib/kernel/due'
import type { ClosedFor } from './options.ts'
import { isOpen } from './standing.ts'

/** The rule that everybody is trained, and what stands for it: 45 CFR 164.530(b) names no interval. */
const trainingRule = '45 CFR 164.530(b)(1)'

interface AssignmentDates {
  assignedOn: Day
  dueOn: Day
  signedOn: Day | null
  pausedOn: Day | null
  closedFor: ClosedFor | null
  round: number
}

/** What one person has to do of a campaign: nothing while on leave, or once it is closed. */
export function assignmentDuties(facts: AssignmentDates): Duty[] {
  const { assignedOn, dueOn, signedOn, pausedOn, round } = facts
  if (!signedOn && (!isOpen(facts) || pausedOn)) return []
  return [
    {
      // A signature that was taken back is asked for again.
      key: round === 1 ? 'sign' : `sign:${round}`,
      title: 'Read and sign',
      sinceOn: assignedOn,
      dueOn,
      harm: 2,
      citation: trainingRule,
      isPersonal: true,
      ...(signedOn ? { doneOn: signedOn } : {}),
    },
  ]
}

interface CampaignDates {
  archived: boolean
  opensOn: Day
  dueOn: Day | null
  escalateAfterDays: number
  closedOn: Day | null
}

/** What the owner of a campaign has to do: see that everybody signs, and close it. A standing one is never closed. */
export function campaignDuties({
  archived,
  opensOn,
  dueOn,
  escalateAfterDays,
  closedOn,
}: CampaignDates): Duty[] {
  if (archived || dueOn === null) return []
  return [
    {
      key: 'close',
      title: 'See that everybody has signed, and close it',
      sinceOn: opensOn,
      dueOn: addDays(dueOn, escalateAfterDays),
      harm: 2,
      citation: '45 CFR 164.530(b)(2)(ii)',
      ...(closedOn ? { doneOn: closedOn } : {}),
    },
  ]
}

/** What a site's lead has to do once its people are late. */
export function escalationDuty(facts: { escalatedOn: Day; doneOn: Day | null }): Duty {
  return {
    key: 'late',
    title: 'Talk to those at your site who are late',
    sinceOn: facts.escalatedOn,
    dueOn: addDays(facts.escalatedOn, daysToTalk),
    harm: 2,
    citation: trainingRule,
    ...(facts.doneOn ? { doneOn: facts.doneOn } : {}),
  }
}

const daysToTalk = 7
