import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { campaignTable } from '#lib/training/table'
import { columnsOf, type TableWords } from './column-words.ts'

const campaignId = { label: 'Campaign' }
const personId = { label: 'Person' }
const siteId = { label: 'Site' }
const siteIds = { label: 'Sites' }
const ownerId = { label: 'Owner' }
const groups = { label: 'Work groups', options: jobGroupOptions }
const courseId = { label: 'Course' }
const joinerDays = { label: 'Days for those who join' }
const escalateAfterDays = { label: 'Days late until site leads are called in' }

const closedFor = [
  { value: 'left', label: 'Has left' },
  { value: 'not-meant', label: 'Taken out' },
  { value: 'excused', label: 'Excused' },
  { value: 'closed', label: 'Campaign closed' },
]

/** The tables of training in words, as `tableWords` has them; courses have their own. What was signed, printed and decided leaves no row changes: nothing changes it. */
export const trainingWords: Readonly<Record<string, TableWords>> = {
  Campaign: {
    one: 'campaign',
    kind: 'campaign',
    columns: columnsOf(
      campaignTable,
      {
        owner: 'ownerId',
        backup: 'backupId',
        nextDue: 'nextDueOn',
        sites: 'siteIds',
        course: 'courseId',
        plan: 'planId',
      },
      {
        ...{ joinerDays, escalateAfterDays },
        turn: { label: 'Turn of the plan' },
        changedOn: { label: 'Changed since' },
        closedReason: { label: 'Why it was closed' },
        assigned: { label: 'People when it was closed' },
        signedInTime: { label: 'Of them signed in time' },
        signedLate: { label: 'Of them signed late' },
        archivedAt: { label: 'Archived' },
      },
    ),
  },
  CampaignPerson: {
    one: 'person named in a campaign',
    kind: 'campaign',
    columns: { campaignId, personId, isIn: { label: 'Taken in' }, reason: { label: 'Why' } },
  },
  Assignment: {
    one: 'training of a person',
    kind: 'campaign',
    columns: {
      ...{ campaignId, personId, siteId },
      assignedOn: { label: 'Assigned on' },
      firstDueOn: { label: 'First due on' },
      dueOn: { label: 'Sign by' },
      startedAt: { label: 'Started' },
      misses: { label: 'Tries with too few right answers' },
      signedAt: { label: 'Signed' },
      signedOn: { label: 'Signed on' },
      pausedOn: { label: 'On leave since' },
      closedOn: { label: 'Ended on' },
      closedFor: { label: 'Ended because', options: closedFor },
      round: { label: 'Round' },
    },
  },
  Escalation: {
    one: 'call to a site’s lead',
    kind: 'campaign',
    columns: {
      ...{ campaignId, siteId },
      leadId: { label: 'Lead' },
      escalatedOn: { label: 'Called in on' },
      late: { label: 'People late' },
      doneOn: { label: 'Nobody late since' },
    },
  },
  TrainingPlan: {
    one: 'training plan',
    kind: 'practice',
    columns: {
      ...{ groups, siteIds, ownerId, joinerDays, escalateAfterDays },
      name: { label: 'Name' },
      everyMonths: { label: 'Months between turns' },
      startsOn: { label: 'First opening' },
      daysOpen: { label: 'Days to sign' },
      endedOn: { label: 'Ended on' },
    },
  },
  TrainingPlanCourse: {
    one: 'course of a training plan',
    kind: 'practice',
    columns: { courseId, planId: { label: 'Plan' }, place: { label: 'Place in the order' } },
  },
  TrainingLeave: {
    one: 'leave of a person',
    kind: 'person',
    columns: { personId, fromOn: { label: 'First day away' }, untilOn: { label: 'Last day away' } },
  },
  JobTitleGroup: {
    one: 'work group of a job title',
    kind: 'practice',
    columns: { title: { label: 'Job title' }, group: { label: 'Work group', options: jobGroupOptions } },
  },
  KioskPin: {
    one: 'PIN for shared tablets',
    kind: 'person',
    columns: {
      personId,
      isGivenOut: { label: 'Given out, to be changed at first use' },
      setAt: { label: 'Set' },
      misses: { label: 'Wrong tries in a row' },
      lockedUntil: { label: 'Locked until' },
    },
  },
  Kiosk: {
    one: 'shared tablet',
    kind: 'site',
    columns: {
      ...{ siteId, personId },
      name: { label: 'Name' },
      openedById: { label: 'Opened by' },
      openedByName: { label: 'Opened by' },
      openedAt: { label: 'Opened' },
      expiresAt: { label: 'Open until' },
      endedAt: { label: 'Ended' },
      personSince: { label: 'At it since' },
      personSeenAt: { label: 'Last touched' },
    },
  },
}
