import { type Day, dateOf } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import type { Prisma } from '#lib/platform/prisma/client'
import { type CampaignState, campaignStates, type Occasion, occasions } from './options.ts'
import { campaignKind } from './schema.ts'

type Where = Prisma.CampaignWhereInput

/** One campaign as lists and exports see it. */
export interface CampaignRow {
  id: string
  ref: string
  title: string
  courseId: string
  /** “CRS-001 Approved tools only”. */
  courseName: string
  planName: string
  occasion: Occasion
  reason: string
  changedOn: Day | null
  groups: string[]
  siteIds: string[]
  siteNames: string[]
  opensOn: Day
  dueOn: Day | null
  joinerDays: number
  escalateAfterDays: number
  closedOn: Day | null
  state: CampaignState
  /** People of it, without those who left or were taken out, and how many of them have signed. */
  assigned: number
  signed: number
  late: number
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  nextDueOn: Day | null
  archived: boolean
  version: number
}

const { text, choice, choices, day, person } = fieldsOf<CampaignRow, Where>()
/** Who was trained is evidence: files take it out and never bring it in. */
const outOnly = { import: null } as const
const hidden = { ...outOnly, column: 'hidden' } as const

function inState(state: CampaignState, today: Day): Where {
  if (state === 'closed') return { closedOn: { not: null } }
  if (state === 'planned') return { closedOn: null, opensOn: { gt: dateOf(today) } }
  const opened = { closedOn: null, opensOn: { lte: dateOf(today) } }
  return state === 'past-due'
    ? { ...opened, dueOn: dueRange('overdue', today) }
    : { ...opened, OR: [{ dueOn: null }, { NOT: { dueOn: dueRange('overdue', today) } }] }
}

/** The register of campaigns, declared once. */
export const campaignTable = defineTable<CampaignRow, Where>()({
  kind: campaignKind,
  path: '/training',
  one: 'campaign',
  many: 'campaigns',
  defaultSort: '-opensOn',
  search: (words) => ({
    OR: [
      { searchText: { contains: words.toLowerCase() } },
      { course: { searchText: { contains: words.toLowerCase() } } },
    ],
  }),
  searchHint: 'Name, reference or course',
  fields: {
    title: text('Campaign', 'title', { ...outOnly, sort: ['title'] }),
    ref: { label: 'Reference', cell: (row) => row.ref, sort: ['ref'], column: 'hidden' },
    state: {
      label: 'State',
      options: campaignStates,
      cell: (row) => optionLabel(campaignStates, row.state),
      filter: {
        by: 'options',
        options: campaignStates,
        where: (values, { today }) => ({ OR: values.map((value) => inState(value as CampaignState, today)) }),
      },
    },
    signed: {
      label: 'Signed',
      cell: ({ signed, assigned }) => (assigned > 0 ? `${signed} of ${assigned}` : ''),
    },
    late: { label: 'Late', cell: ({ late }) => (late > 0 ? late : null) },
    opensOn: day('Opens on', 'opensOn', { ...outOnly, sort: ['opensOn'] }),
    dueOn: day('Sign by', 'dueOn', { ...outOnly, sort: ['dueOn'] }),
    course: text('Course', 'courseName', outOnly),
    occasion: choice('Occasion', 'occasion', occasions, outOnly),
    nextDue: {
      label: 'Next due',
      cell: (row) => (row.nextDueOn ? { day: row.nextDueOn } : null),
      sort: ['nextDueOn'],
      column: 'hidden',
      filter: {
        by: 'due',
        options: dueStatuses.map((value) => ({ value, label: dueStatusLabels[value] })),
        where: (values, { today }) => ({
          OR: values.map((value) => ({ nextDueOn: dueRange(value as DueStatus, today) })),
        }),
      },
    },
    owner: person('Owner', 'ownerId', 'ownerName', outOnly),
    backup: person('Backup', 'backupId', 'backupName', hidden),
    groups: choices('Work groups', 'groups', jobGroupOptions, hidden),
    sites: { label: 'Sites', cell: (row) => ({ list: row.siteNames }), column: 'hidden' },
    plan: text('Plan', 'planName', hidden),
    reason: text('What changed', 'reason', hidden),
    closedOn: day('Closed on', 'closedOn', hidden),
  },
})
