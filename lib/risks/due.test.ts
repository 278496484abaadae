import { expect, test } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import { acceptanceOn } from './acceptance.ts'
import { actionDuties, type DueFacts, riskDuties } from './due.ts'

const today = day('2026-06-01')
const facts: DueFacts = {
  archived: false,
  closedOn: null,
  registeredOn: day('2026-05-01'),
  scoredOn: null,
  currentScore: null,
  treatment: 'undecided',
  reviewedOn: null,
  reviewEveryMonths: 12,
  acceptedOn: null,
  acceptedUntil: null,
}
const duties = (change: Partial<DueFacts>, chosen = {}) =>
  riskDuties({ ...facts, ...change }, today, chosen).filter((duty) => !duty.doneOn)
const dueOn = (change: Partial<DueFacts>, key: string) => duties(change).find((one) => one.key === key)?.dueOn

test('a new risk is to be scored within 30 days, or as the practice says, and nothing is decided about it before', () => {
  expect(duties({}).map(({ key, dueOn }) => [key, dueOn])).toEqual([
    ['score', '2026-05-31'],
    ['review', '2027-05-01'],
  ])
  expect(duties({}, { 'risk.score': 7 })[0]?.dueOn).toBe('2026-05-08')
})

test('a scored risk asks for a decision, and a decided one does not', () => {
  const scored = { scoredOn: day('2026-05-20'), currentScore: 6 }
  expect(dueOn(scored, 'treatment')).toBe('2026-06-19')
  expect(dueOn({ ...scored, treatment: 'reduce' }, 'treatment')).toBeUndefined()
  expect(dueOn(scored, 'score')).toBeUndefined()
})

test('it is looked at again months after the last look, at the end of a shorter month too', () => {
  expect(dueOn({ reviewedOn: day('2026-01-31'), reviewEveryMonths: 1 }, 'review')).toBe('2026-02-28')
  expect(dueOn({ reviewedOn: day('2024-02-29'), reviewEveryMonths: 12 }, 'review')).toBe('2025-02-28')
  expect(dueOn({ reviewedOn: day('2026-03-15'), reviewEveryMonths: 6 }, 'review')).toBe('2026-09-15')
})

test('high and above is graver than the rest, and its duties say so', () => {
  const of = (currentScore: number) =>
    duties({ currentScore, scoredOn: today }).find(({ key }) => key === 'review')
  expect(of(9)).toMatchObject({ harm: 2, title: 'Look at it again' })
  expect(of(10)).toMatchObject({ harm: 3, title: 'Look at this high risk again' })
})

test('an acceptance is due soon in its last 30 days, holds on its last day, and is overdue after it', () => {
  const until = day('2026-12-31')
  expect(dueOn({ currentScore: 6, acceptedOn: today, acceptedUntil: until }, 'acceptance')).toBe(until)
  expect(dueStatus(until, addDays(until, -31))).toBe('on-track')
  expect(dueStatus(until, addDays(until, -30))).toBe('due-soon')
  expect(dueStatus(until, addDays(until, 1))).toBe('overdue')
  expect(
    [addDays(until, -31), addDays(until, -30), until, addDays(until, 1)].map((on) => acceptanceOn(until, on)),
  ).toEqual(['accepted', 'ending', 'ending', 'ended'])
  expect(acceptanceOn(null, today)).toBe('none')
})

test('a closed or archived risk asks for nothing', () => {
  expect(duties({ closedOn: today })).toEqual([])
  expect(duties({ archived: true })).toEqual([])
})

test('an action is due until it is done, and a dropped one is not', () => {
  const action = {
    id: 'a',
    title: 'Ask the vendor',
    createdOn: today,
    dueOn: day('2026-07-01'),
    doneOn: null,
    dropped: false,
  }
  expect(actionDuties(action, 12)).toMatchObject([
    { key: 'action:a', title: 'Against a high risk: Ask the vendor', dueOn: '2026-07-01', harm: 3 },
  ])
  expect(actionDuties(action, null)[0]?.harm).toBe(2)
  expect(actionDuties({ ...action, doneOn: today }, 12)[0]?.doneOn).toBe(today)
  expect(actionDuties({ ...action, doneOn: today, dropped: true }, 12)).toEqual([])
})
