import type { Day } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { gapStates, type Stage, stages } from './options.ts'
import { questionnaireKind } from './schema.ts'
import { gapCondition, gapStateOf, stageCondition } from './stage.ts'

type Where = Prisma.QuestionnaireWhereInput

/** One questionnaire as lists and exports see it. */
export interface QuestionnaireRow {
  id: string
  ref: string
  vendorId: string
  vendorName: string
  templateName: string
  templateNumber: number
  stage: Stage
  contactName: string
  contactEmail: string
  senderId: string
  senderName: string
  sentOn: Day
  answerBy: Day
  answeredOn: Day | null
  answeredBy: string
  scoredOn: Day | null
  gaps: number
  openGaps: number
  previousRef: string | null
  nextDueOn: Day | null
  archived: boolean
  version: number
}

const { text, day, person } = fieldsOf<QuestionnaireRow, Where>()
/** What was sent and answered is evidence: files take it out and never bring it in. */
const outOnly = { import: null } as const
const hidden = { ...outOnly, column: 'hidden' } as const

/** The list of questionnaires, declared once. */
export const questionnaireTable = defineTable<QuestionnaireRow, Where>()({
  kind: questionnaireKind,
  path: '/questionnaires',
  one: 'questionnaire',
  many: 'questionnaires',
  defaultSort: '-sentOn',
  search: (words) => ({
    OR: [
      { vendor: { searchText: { contains: words.toLowerCase() } } },
      { contactName: { contains: words, mode: 'insensitive' } },
      { ref: { contains: words, mode: 'insensitive' } },
    ],
  }),
  searchHint: 'Vendor, contact or reference',
  fields: {
    vendor: text('Vendor', 'vendorName', outOnly),
    ref: { label: 'Reference', cell: (row) => row.ref, sort: ['ref'], column: 'hidden' },
    template: {
      label: 'Questions',
      cell: ({ templateName, templateNumber }) => `${templateName}, version ${templateNumber}`,
    },
    stage: {
      label: 'Stage',
      options: stages,
      cell: (row) => optionLabel(stages, row.stage),
      filter: {
        by: 'options',
        options: stages,
        where: (values) => ({ OR: values.map(stageCondition) }),
      },
    },
    gaps: {
      label: 'Gaps',
      options: gapStates,
      cell: (row) => {
        const state = gapStateOf({ ...row, scored: row.scoredOn !== null })
        return state && optionLabel(gapStates, state)
      },
      filter: { by: 'options', options: gapStates, where: (values) => ({ OR: values.map(gapCondition) }) },
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
    sender: person('Sent by', 'senderId', 'senderName', {
      ...outOnly,
      // Somebody always sent it: asking for nobody finds none, rather than asking for an empty column that cannot be.
      filter: {
        by: 'person',
        where: (values) => ({ senderId: { in: values.filter((value) => value !== 'none') } }),
      },
    }),
    contact: text('Sent to', 'contactName', hidden),
    contactEmail: text('E-mail', 'contactEmail', hidden),
    sentOn: day('Sent on', 'sentOn', { ...outOnly, sort: ['sentOn'] }),
    answerBy: day('Answer by', 'answerBy', { ...hidden, sort: ['answerBy'] }),
    answeredOn: day('Answered on', 'answeredOn', { ...hidden, sort: ['submittedAt'] }),
    answeredBy: text('Answered by', 'answeredBy', hidden),
    scoredOn: day('Looked through on', 'scoredOn', hidden),
    gapsFound: { label: 'Gaps found', cell: (row) => row.gaps, column: 'hidden' },
    gapsOpen: { label: 'Gaps open', cell: (row) => row.openGaps, column: 'hidden' },
    previous: { label: 'Follows', cell: (row) => row.previousRef, column: 'hidden' },
  },
})
