import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { planDuties } from '#lib/kernel/due'
import { controlDuties, type DueFacts, nextTestOn } from './due.ts'

const facts: DueFacts = {
  archived: false,
  state: 'in-place',
  registeredOn: day('2026-01-10'),
  changedOn: day('2026-03-01'),
  ownerId: 'somebody',
  testEveryMonths: 6,
  testedOn: null,
  testResult: null,
}
const open = (change: Partial<DueFacts>, chosen = {}) =>
  controlDuties({ ...facts, ...change }, chosen)
    .filter(({ doneOn }) => !doneOn)
    .map(({ key, dueOn }) => `${key} ${dueOn}`)

describe('the duties of a control', () => {
  it('are a test after as many months as it was written down with', () => {
    expect(open({})).toEqual(['test 2026-07-10'])
    expect(open({ testedOn: day('2026-08-31'), testResult: 'works' })).toEqual(['test 2027-02-28'])
    expect(open({ testEveryMonths: null })).toEqual([])
  })

  it('ask for an owner and for a beginning', () => {
    expect(open({ ownerId: null, state: 'not-started' })).toEqual(['owner 2026-01-24', 'start 2026-04-10'])
    expect(open({ ownerId: null, state: 'partly' })).toEqual(['owner 2026-01-24', 'test 2026-07-10'])
  })

  it('ask to mend what a test found, sooner where it failed', () => {
    const testedOn = day('2026-05-01')
    expect(open({ testedOn, testResult: 'fails' })).toEqual(['test 2026-11-01', 'mend 2026-05-31'])
    expect(open({ testedOn, testResult: 'weak' })).toEqual(['test 2026-11-01', 'mend 2026-07-30'])
    expect(open({ testedOn, testResult: 'weak' }, { 'control.mend-weak': 10 })[1]).toBe('mend 2026-05-11')
  })

  it('end with the archive, and where it does not apply', () => {
    expect(open({ archived: true, ownerId: null, testResult: 'fails', testedOn: day('2026-05-01') })).toEqual(
      [],
    )
    expect(open({ state: 'not-applicable', ownerId: null })).toEqual([])
  })

  it('count what was mended as done, and a second failure as not', () => {
    const failed = controlDuties({ ...facts, testedOn: day('2026-05-01'), testResult: 'fails' }, {})
    const existing = failed.map((duty) => ({ ...duty, id: duty.key }))
    const after = (testResult: string) =>
      planDuties(controlDuties({ ...facts, testedOn: day('2026-05-20'), testResult }, {}), existing)
    expect(after('works').done).toContainEqual({ id: 'mend', on: '2026-05-20' })
    expect(after('fails').done.map(({ id }) => id)).not.toContain('mend')
    expect(after('fails').done.map(({ id }) => id)).toContain('test')
  })
})

it('nobody tests what is not started, archived or without a rhythm', () => {
  expect(nextTestOn(facts)).toBe('2026-07-10')
  expect(nextTestOn({ ...facts, state: 'not-started' })).toBeNull()
  expect(nextTestOn({ ...facts, archived: true })).toBeNull()
  expect(nextTestOn({ ...facts, testEveryMonths: null })).toBeNull()
})
