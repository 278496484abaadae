import type { Day } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { type Kind, kinds, type State, states } from './options.ts'
import { assessmentKind } from './schema.ts'

type Where = Prisma.AssessmentWhereInput

/** One assessment as lists and exports see it. */
export interface AssessmentRow {
  id: string
  ref: string
  title: string
  kind: Kind
  systemId: string | null
  /** “AI-014 Ambient scribe”; empty for the practice as a whole. */
  systemName: string
  scope: string
  state: State
  asked: number
  answered: number
  startedOn: Day
  dueOn: Day
  signedOn: Day | null
  /** The one of the year before. */
  predecessorRef: string
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  siteIds: string[]
  nextDueOn: Day | null
  archived: boolean
  version: number
}

const { text, choice, day, person } = fieldsOf<AssessmentRow, Where>()
/** What was assessed and signed is evidence: files take it out and never bring it in. */
const outOnly = { import: null } as const
const hidden = { ...outOnly, column: 'hidden' } as const

/** The register of assessments, declared once. */
export const assessmentTable = defineTable<AssessmentRow, Where>()({
  kind: assessmentKind,
  path: '/assessments',
  one: 'assessment',
  many: 'assessments',
  defaultSort: '-startedOn',
  search: (words) => ({
    OR: [
      { searchText: { contains: words.toLowerCase() } },
      { system: { searchText: { contains: words.toLowerCase() } } },
    ],
  }),
  searchHint: 'Name, reference or AI system',
  fields: {
    title: text('Assessment', 'title', { ...outOnly, sort: ['title'] }),
    ref: { label: 'Reference', cell: (row) => row.ref, sort: ['ref'], column: 'hidden' },
    kind: choice('Kind', 'kind', kinds, { ...outOnly, sort: ['kind'] }),
    system: { label: 'About', cell: (row) => row.systemName || 'The practice' },
    state: choice('State', 'state', states, outOnly),
    progress: {
      label: 'Answered',
      cell: ({ answered, asked }) => `${answered} of ${asked}`,
    },
    nextDue: {
      label: 'Next due',
      cell: (row) => (row.nextDueOn ? { day: row.nextDueOn } : null),
      sort: ['nextDueOn'],
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
    startedOn: day('Started on', 'startedOn', { ...hidden, sort: ['startedOn'] }),
    dueOn: day('Finish by', 'dueOn', hidden),
    signedOn: day('Signed on', 'signedOn', { ...outOnly, sort: ['signedOn'] }),
    predecessor: text('Follows', 'predecessorRef', hidden),
    scope: text('Scope', 'scope', hidden),
  },
})
