import { describe, expect, test } from 'vitest'
import { day } from '#lib/base/days'
import * as says from './sentences.ts'

const counts = (overdue: number, soon: number, later: number) => ({
  overdue,
  'due-soon': soon,
  'on-track': later,
})

test.each([
  [counts(12, 9, 31), '12 duties are overdue, 9 are due in the next 30 days and 31 later'],
  [counts(1, 1, 0), '1 duty is overdue, 1 is due in the next 30 days and none later'],
  [counts(1_200, 0, 4), '1,200 duties are overdue, none are due in the next 30 days and 4 later'],
  [counts(0, 1, 2), 'Nothing is overdue; 1 is due in the next 30 days and 2 later'],
  [counts(0, 0, 0), 'Nothing is due'],
])('the headline of %o', (given, expected) => {
  expect(says.headline(given)).toBe(expected)
})

describe('compared with a quarter ago', () => {
  const history = (overdue: number) => ({
    points: [],
    since: null,
    quarterAgo: { on: day('2026-08-22'), overdue },
  })
  test.each([
    [12, 16, 'That is 4 fewer overdue than at the end of last quarter (Aug 22, 2026).'],
    [12, 11, 'That is 1 more overdue than at the end of last quarter (Aug 22, 2026).'],
    [12, 12, 'As many were overdue at the end of last quarter (Aug 22, 2026).'],
  ])('%i now, %i then', (now, then, expected) => {
    expect(says.comparison(now, history(then))).toBe(expected)
  })
  test('a young record says that it is young', () => {
    const young = { points: [], quarterAgo: null, since: day('2026-09-10') }
    expect(says.comparison(3, young)).toBe(
      'The records begin on Sep 10, 2026: too late to compare with the end of last quarter.',
    )
    expect(says.comparison(0, { ...young, since: null })).toBe('There is nothing yet to compare with.')
  })
})

test.each([
  [[3, 2, 1, 4], '4 of 10 overdue duties have been late for more than 90 days'],
  [[3, 2, 1, 0], '1 of 6 overdue duties has been late for more than 60 days'],
  [[3, 2, 0, 0], '2 of 5 overdue duties have been late for more than 30 days'],
  [[0, 0, 0, 1], '1 of 1 overdue duty has been late for more than 90 days'],
  [[3, 0, 0, 0], 'No duty has been late for more than 30 days'],
  [[0, 0, 0, 0], 'Nothing is overdue'],
])('ages %j', ([a = 0, b = 0, c = 0, d = 0], expected) => {
  expect(says.ageSentence({ '1-30': a, '31-60': b, '61-90': c, '90+': d })).toBe(expected)
})

test('overdue duties of one age are one sentence', () => {
  expect(says.onlyAgeSentence(1, '1–30 days')).toBe('The one overdue duty has been late for 1–30 days.')
  expect(says.onlyAgeSentence(1_200, 'Over 90 days')).toBe(
    'All 1,200 overdue duties have been late for over 90 days.',
  )
})

describe('over the year', () => {
  const ends = ['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-22'].map(day)
  const of = (since: string | null, ...overdue: number[]) =>
    says.historySentence({
      quarterAgo: null,
      since: since === null ? null : day(since),
      points: overdue.map((number, index) => ({ on: ends[index] ?? day('2026-11-22'), overdue: number })),
    })
  test.each([
    [
      of(null, 2, 20, 5, 12),
      'Overdue duties rose from 2 a year ago to 12 now, after a high of 20 at the end of September 2026',
    ],
    [of(null, 12, 4, 3, 2), 'Overdue duties fell from 12 a year ago to 2 now'],
    [
      of(null, 2, 4, 3, 2),
      '2 are overdue now, as many as a year ago, after a high of 4 at the end of September 2026',
    ],
    [of(null, 0, 0, 0, 0), 'Nothing was overdue at the end of any month'],
    [of('2026-08-10', 1, 2, 2, 3), 'Overdue duties rose from 1 at the end of August 2026 to 3 now'],
    [of('2026-11-10', 1), '1 is overdue now; the records have just begun'],
    [of(null), 'There is no history yet'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

test('the worst of several is named, with those beside it', () => {
  const row = (name: string, overdue: number) => ({ name, counts: counts(overdue, 1, 1) })
  expect(says.worstSentence([row('Downtown', 5), row('Northside', 3)], 7)).toBe(
    'Most overdue: Downtown, 5 of 7',
  )
  expect(says.worstSentence([row('Downtown', 3), row('Northside', 3), row('Lakeside', 1)], 7)).toBe(
    'Most overdue: Downtown and 1 other, 3 each',
  )
  expect(says.worstSentence([row('Downtown', 0)], 0)).toBe('Nothing is overdue')
})

describe('AI systems', () => {
  const tiers = (high: number, moderate: number, low: number) => ({ high, moderate, low })
  const none = tiers(0, 0, 0)
  const systems = (inUse: ReturnType<typeof tiers>, all: number) => ({
    all,
    current: all,
    byStage: {
      proposed: none,
      'in-review': none,
      approved: none,
      'in-use': inUse,
      'suspended-pending': none,
      suspended: none,
      retired: none,
    },
    inUse: { all: 0, withoutOwner: 0, dataUnknown: 0, lacksSafeguard: 0 },
    data: { identifiable: 0, other: 0, none: 0, unknown: 0 },
  })
  test('by stage', () => {
    expect(says.stageSentence(systems(tiers(3, 4, 1), 15))).toBe(
      '15 AI systems, 8 of them in use; 3 of those in use are high risk',
    )
    expect(says.stageSentence(systems(tiers(0, 0, 0), 1))).toBe('1 AI system, none of them in use')
    expect(says.stageSentence(systems(none, 0))).toBe('No AI system is in the register')
  })
  test('what is missing', () => {
    const gaps = (all: number, withoutOwner: number, dataUnknown: number, lacksSafeguard: number) =>
      says.gapSentence({ all, withoutOwner, dataUnknown, lacksSafeguard })
    expect(gaps(8, 1, 2, 5)).toBe('5 of 8 systems in use have a safeguard that is missing or not known')
    expect(gaps(8, 2, 1, 0)).toBe('2 of 8 systems in use have no owner')
    expect(gaps(8, 0, 1, 0)).toBe('Whether patient data goes in is not known for 1 of 8 systems in use')
    expect(gaps(8, 0, 0, 0)).toBe('All 8 systems in use have an owner, known data and settled safeguards')
    expect(gaps(0, 0, 0, 0)).toBe('No AI system is in use')
  })
  test('patient data', () => {
    const data = (identifiable: number, unknown = 0, other = 0, all = 9) =>
      says.dataSentence({
        ...systems(none, all),
        data: { identifiable, other, none: all - identifiable - unknown - other, unknown },
      })
    const open = 'it is not known yet whether patient data goes in'
    expect(data(1)).toBe('1 of 9 AI systems takes data from which patients can be told apart')
    expect(data(0)).toBe('None of 9 AI systems take data from which patients can be told apart')
    expect(data(2, 4)).toBe(
      `2 of 9 AI systems take data from which patients can be told apart; for 4 ${open}`,
    )
    expect(data(0, 483, 0, 483)).toBe(`For all 483 AI systems ${open}`)
    expect(data(0, 1, 0, 1)).toBe(`For the one AI system ${open}`)
    expect(data(0, 4)).toBe(`For 4 of 9 AI systems ${open}`)
    expect(data(0, 4, 3)).toBe(`For 4 of 9 AI systems ${open}`)
    expect(data(0, 0, 3)).toBe(
      '3 of 9 AI systems take patient data, none of it described as data from which patients can be told apart',
    )
  })
})
