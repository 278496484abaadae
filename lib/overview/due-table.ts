import { type Day, dateOf, day, formatDay } from '#lib/base/days'
import {
  type AgeBand,
  ageBandLabels,
  ageBands,
  type DueStatus,
  dueRange,
  dueStatuses,
  dueStatusLabels,
} from '#lib/kernel/due'
import { practiceKeepers } from '#lib/kernel/due-scope'
import { defineTable, type Option, optionLabel, type Table } from '#lib/kernel/table'
import type { Prisma } from '#lib/platform/prisma/client'
import { ageRange, daysLookedBackAt } from './due-buckets.ts'
import { dutyName, dutyNames } from './duty-names.ts'

type Where = Prisma.ObligationWhereInput

/** One duty as the list of all duties sees it. */
export interface DutyRow {
  id: string
  recordKind: string
  recordId: string
  recordLabel: string
  key: string
  title: string
  dueOn: Day
  harm: number
  citation: string
  sites: readonly string[]
  siteIds: readonly string[]
  ownerId: string | null
  ownerName: string | null
  backupName: string | null
  state: string
  closedOn: Day | null
  closedByName: string | null
  handedOver: boolean
  snoozedUntil: Day | null
}

export const duePath = '/due'
/** The value of the site filter that means duties of the practice as a whole. */
export const practiceWide = 'practice'

const states: readonly Option[] = [
  { value: 'open', label: 'Open' },
  { value: 'done', label: 'Done', tone: 'ok' },
  { value: 'cancelled', label: 'No longer needed', tone: 'neutral' },
]
const harms: readonly Option[] = [
  { value: '3', label: 'Patients or the law' },
  { value: '2', label: 'The practice' },
  { value: '1', label: 'Housekeeping' },
]

const person =
  (column: 'ownerId' | 'backupId') =>
  (values: readonly string[]): Where => ({
    OR: [
      { [column]: { in: values.filter((value) => value !== 'none') } },
      ...(values.includes('none') ? [{ [column]: null }] : []),
    ],
  })

function siteWhere(values: readonly string[]): Where {
  const ids = values.filter((value) => value !== practiceWide)
  return {
    OR: [
      ...(ids.length > 0 ? [{ siteIds: { hasSome: ids } }] : []),
      ...(values.includes(practiceWide)
        ? [{ siteIds: { isEmpty: true } }, { siteIds: { has: practiceKeepers } }]
        : []),
    ],
  }
}

/**
 * The list of all duties. What it can look back to depends on the day, which sites it offers on who looks, and what it
 * shows first on whether it is about closed ones.
 */
export function dueTable(today: Day, sites: readonly Option[], isClosed: boolean): Table<DutyRow, Where> {
  const siteOptions = [{ value: practiceWide, label: 'Whole practice (no single site)' }, ...sites]
  return defineTable<DutyRow, Where>()({
    kind: 'duty',
    path: duePath,
    one: 'duty',
    many: 'duties',
    defaultSort: 'due',
    search: (words) => ({
      OR: [
        { recordLabel: { contains: words, mode: 'insensitive' } },
        { title: { contains: words, mode: 'insensitive' } },
      ],
    }),
    searchHint: 'Record or what is due',
    fields: {
      record: { label: 'Record', cell: (row) => row.recordLabel },
      title: { label: 'What is due', cell: (row) => row.title },
      due: {
        label: 'Due',
        cell: (row) => ({ day: row.dueOn }),
        sort: ['dueOn'],
        filter: {
          by: 'due',
          options: dueStatuses.map((value) => ({ value, label: dueStatusLabels[value] })),
          where: (values, context) => ({
            OR: values.map((value) => ({ dueOn: dueRange(value as DueStatus, context.today) })),
          }),
        },
      },
      owner: {
        label: 'Owner',
        cell: (row) => row.ownerName,
        filter: { by: 'person', where: person('ownerId') },
      },
      sites: {
        label: 'Sites',
        cell: (row) => (row.siteIds.length === 0 ? 'Whole practice' : { list: row.sites }),
        filter: { by: 'options', options: siteOptions, where: siteWhere },
      },
      age: {
        label: 'Overdue for',
        cell: () => null,
        filter: {
          by: 'options',
          options: ageBands.map((value) => ({ value, label: ageBandLabels[value] })),
          where: (values, context) => ({
            OR: values.map((value) => ({ dueOn: ageRange(value as AgeBand, context.today) })),
          }),
        },
        column: 'file',
      },
      duty: {
        label: 'Kind of duty',
        cell: (row) => dutyName(row.recordKind, row.key).label,
        options: dutyNames,
        filter: {
          by: 'options',
          options: dutyNames,
          where: (values) => ({
            OR: values.map((value) => {
              const [recordKind = '', key = ''] = value.split('.')
              return { recordKind, OR: [{ key }, { key: { startsWith: `${key}:` } }] }
            }),
          }),
        },
        column: 'hidden',
      },
      harm: {
        label: 'Whom it hurts when missed',
        options: harms,
        cell: (row) => optionLabel(harms, String(row.harm)),
        filter: {
          by: 'options',
          options: harms,
          where: (values) => ({ harm: { in: values.map(Number) } }),
        },
        column: 'hidden',
      },
      backup: {
        label: 'Backup',
        cell: (row) => row.backupName,
        filter: { by: 'person', where: person('backupId') },
        column: 'hidden',
      },
      rule: { label: 'Rule', cell: (row) => row.citation, column: 'hidden' },
      state: {
        label: 'State',
        options: states,
        cell: (row) => optionLabel(states, row.state),
        column: isClosed ? 'shown' : 'hidden',
      },
      closedOn: {
        label: 'Closed on',
        cell: (row) => (row.closedOn ? { day: row.closedOn } : null),
        column: isClosed ? 'shown' : 'hidden',
      },
      closedBy: {
        label: 'Closed by',
        cell: (row) => row.closedByName,
        column: isClosed ? 'shown' : 'hidden',
      },
      on: {
        label: 'As it stood on',
        cell: () => null,
        filter: {
          by: 'options',
          options: daysLookedBackAt(today)
            .toReversed()
            .map((value) => ({ value, label: formatDay(value) })),
          where: (values) => ({ OR: values.map((value) => openOn(day(value))) }),
        },
        column: 'file',
      },
    },
  })
}

/** What was open at the end of a day. */
export function openOn(on: Day): Where {
  return { openedOn: { lte: dateOf(on) }, OR: [{ closedOn: null }, { closedOn: { gt: dateOf(on) } }] }
}
