import { expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { courseDuties } from './due.ts'

const facts = { archived: false, publishedOn: day('2026-02-28'), reviewedOn: null }

it('is due a year after it was published or last looked through, whichever is later', () => {
  const dueOn = (change: object, chosen = {}) => courseDuties({ ...facts, ...change }, chosen)[0]?.dueOn
  expect(dueOn({})).toBe('2027-02-28')
  expect(dueOn({ reviewedOn: day('2026-08-31') })).toBe('2027-08-31')
  expect(dueOn({ reviewedOn: day('2025-08-31') })).toBe('2027-02-28')
  expect(dueOn({ publishedOn: day('2026-08-31') }, { 'course.review': 6 })).toBe('2027-02-28')
})

it('has nothing due before it is published, nor once it is put away', () => {
  expect(courseDuties({ ...facts, publishedOn: null }, {})).toEqual([])
  expect(courseDuties({ ...facts, archived: true }, {})).toEqual([])
})
