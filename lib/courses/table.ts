import type { Day } from '#lib/base/days'
import { type DueStatus, dueRange, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import { fieldsOf } from '#lib/kernel/fields'
import { defineTable, optionLabel } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { courseKinds, courseState, courseStates, groupChoices } from './options.ts'
import { courseKind } from './schema.ts'

type Where = Prisma.CourseWhereInput

/** One course as lists and exports see it. */
export interface CourseRow {
  id: string
  ref: string
  title: string
  about: string
  kind: string
  starter: string | null
  groups: string[]
  minutes: number
  passPercent: number
  url: string
  provider: string
  /** Of the latest version; 0 as long as none is published. */
  number: number
  /** Whether something is written that no version has yet. */
  hasDraft: boolean
  publishedOn: Day | null
  reviewedOn: Day | null
  ownerId: string | null
  ownerName: string | null
  backupId: string | null
  backupName: string | null
  nextDueOn: Day | null
  archived: boolean
  version: number
}

const { text, choice, choices, day, person } = fieldsOf<CourseRow, Where>()
/** What is taught is evidence: files take it out and never bring it in. */
const outOnly = { import: null } as const
const hidden = { ...outOnly, column: 'hidden' } as const

const isWritten: Where = { draft: { path: ['en', 'title'], string_contains: '' } }
const conditions: Readonly<Record<string, Where>> = {
  published: { number: { gt: 0 } },
  changed: { AND: [{ number: { gt: 0 } }, isWritten] },
  draft: { number: 0 },
}

/** The list of courses, declared once. */
export const courseTable = defineTable<CourseRow, Where>()({
  kind: courseKind,
  path: '/courses',
  one: 'course',
  many: 'courses',
  defaultSort: 'title',
  search: (words) => ({ searchText: { contains: words.toLowerCase() } }),
  searchHint: 'Title, reference or what it is about',
  fields: {
    title: text('Title', 'title', { sort: ['title'], ...outOnly }),
    ref: { label: 'Reference', cell: (row) => row.ref, sort: ['ref'], column: 'hidden' },
    state: {
      label: 'State',
      options: courseStates,
      cell: (row) => optionLabel(courseStates, courseState(row)),
      filter: {
        by: 'options',
        options: courseStates,
        where: (values) => ({ OR: values.map((value) => conditions[value] ?? {}) }),
      },
    },
    groups: choices('Meant for', 'groups', groupChoices, {
      ...outOnly,
      cell: (row) =>
        row.groups.length === 0
          ? 'Everybody'
          : { list: row.groups.map((value) => optionLabel(groupChoices, value)) },
    }),
    minutes: { label: 'Minutes', cell: (row) => row.minutes },
    number: { label: 'Version', cell: (row) => (row.number === 0 ? null : row.number) },
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
    kind: choice('Where it is held', 'kind', courseKinds, hidden),
    about: text('What it is about', 'about', hidden),
    passPercent: {
      label: 'Right answers asked for, in percent',
      cell: (row) => row.passPercent,
      column: 'hidden',
    },
    publishedOn: day('Published on', 'publishedOn', { sort: ['publishedOn'], ...hidden }),
    reviewedOn: day('Last looked through on', 'reviewedOn', hidden),
    backup: person('Backup', 'backupId', 'backupName', hidden),
    provider: text('Held by', 'provider', hidden),
    url: text('Address', 'url', hidden),
  },
})
