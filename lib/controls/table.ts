import type { Day } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import { shippedFrameworks } from '#lib/law/frameworks/all-frameworks'
import type { Prisma } from '#lib/platform/prisma/client'
import { controlStates, testResults, testStandings } from './options.ts'
import { controlKind } from './schema.ts'

type Where = Prisma.ControlWhereInput

/** One control as lists, exports and imports see it. */
export interface ControlRow {
  id: string
  ref: string
  title: string
  does: string
  evidence: string
  state: string
  stateReason: string
  testEveryMonths: number | null
  testedOn: Day | null
  testResult: string | null
  testDueOn: Day | null
  notes: string
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  /** Keys of the requirements it answers, and how each is written. */
  requirements: string[]
  requirementWords: string[]
  nextDueOn: Day | null
  archived: boolean
  version: number
}

const { text, choice, day, person, reference } = fieldsOf<ControlRow, Where>()
const hidden = (...aliases: string[]) => ({ column: 'hidden', import: { aliases } }) as const

/** Stands for every framework that the practice brought in itself. */
const own = 'own'
const shippedKeys = shippedFrameworks.map(({ key }) => key)
const answersIn = (framework: string): Where => ({
  requirements: {
    some: { framework: framework === own ? { notIn: shippedKeys } : framework },
  },
})

function testCondition(standing: string, today: Day): Where {
  if (standing === 'none') return { testDueOn: null }
  if (standing === 'never') return { testedOn: null, testDueOn: { not: null } }
  return { testDueOn: dueRange(standing as DueStatus, today) }
}

/** The list of controls, declared once. */
export const controlTable = defineTable<ControlRow, Where>()({
  kind: controlKind,
  path: '/controls',
  one: 'control',
  many: 'controls',
  defaultSort: 'title',
  search: (words) => ({ searchText: { contains: words.toLowerCase() } }),
  searchHint: 'Title, reference or what is done',
  fields: {
    title: text('Control', 'title', {
      sort: ['title'],
      import: {
        required: true,
        aliases: ['Title', 'Name', 'Control name', 'Control title', 'Safeguard', 'Measure'],
      },
    }),
    ref: reference('ref'),
    state: choice('State', 'state', controlStates, {
      sort: ['state'],
      import: { aliases: ['Status', 'Implementation status', 'Control status'] },
    }),
    result: {
      label: 'Last test found',
      options: testResults,
      cell: (row) => optionLabel(testResults, row.testResult),
      filter: {
        by: 'options',
        options: [...testResults, { value: 'none', label: 'Not tested' }],
        where: (values) => ({
          OR: [
            { testResult: { in: values.filter((value) => value !== 'none') } },
            ...(values.includes('none') ? [{ testResult: null }] : []),
          ],
        }),
      },
      import: {
        value: (row) => row.testResult,
        parse: 'option',
        aliases: ['Test result', 'Result', 'Effectiveness', 'Operating effectiveness'],
        whenEmpty: 'kept',
      },
    },
    testDue: {
      label: 'Next test',
      cell: (row) => (row.testDueOn ? { day: row.testDueOn } : null),
      sort: ['testDueOn'],
      filter: {
        by: 'options',
        options: testStandings,
        where: (values, { today }) => ({ OR: values.map((value) => testCondition(value, today)) }),
      },
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
    owner: person('Owner', 'ownerId', 'ownerName', {
      import: { aliases: ['Control owner', 'Owner name', 'Responsible', 'Responsible person'] },
    }),
    requirements: {
      label: 'Answers',
      cell: (row) => ({ list: row.requirementWords }),
      column: 'hidden',
      filter: {
        by: 'options',
        options: [
          ...shippedFrameworks.map(({ key, shortName }) => ({ value: key, label: shortName })),
          { value: own, label: 'A framework of our own' },
          { value: 'none', label: 'No requirement' },
        ],
        where: (values) => ({
          OR: values.map((value) => (value === 'none' ? { requirements: { none: {} } } : answersIn(value))),
        }),
      },
      import: {
        value: (row) => row.requirements,
        parse: 'requirements',
        aliases: ['Requirements', 'Requirement', 'Mapped to', 'Mapping', 'Framework references', 'Citations'],
      },
    },
    does: text('What is done', 'does', hidden('Description', 'Control description', 'Activity')),
    evidence: text('What shows it', 'evidence', hidden('Evidence', 'Proof', 'Artifacts')),
    testEvery: {
      label: 'Tested every (months)',
      cell: (row) => row.testEveryMonths,
      column: 'hidden',
      import: {
        value: (row) => (row.testEveryMonths === null ? '' : String(row.testEveryMonths)),
        parse: 'text',
        aliases: ['Test every', 'Test frequency', 'Testing frequency in months'],
        hint: 'A number of months.',
      },
    },
    testedOn: day('Tested on', 'testedOn', {
      column: 'hidden',
      sort: ['testedOn'],
      import: { aliases: ['Last tested', 'Last tested on', 'Last test', 'Test date'], whenEmpty: 'kept' },
    }),
    backup: person('Backup', 'backupId', 'backupName', hidden('Backup owner', 'Deputy')),
    stateReason: text('Why it does not apply', 'stateReason', hidden('Reason', 'Justification')),
    notes: text('Notes', 'notes', hidden('Comments', 'Remarks')),
  },
})
