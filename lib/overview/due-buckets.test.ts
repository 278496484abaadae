import { expect, test } from 'vitest'
import { addDays, day, dayOf } from '#lib/base/days'
import { ageBand, ageBands, dueStatus } from '#lib/kernel/due'
import { ageRange, dueBuckets } from './due-buckets.ts'

const today = day('2026-11-22')
const offsets = Array.from({ length: 1_201 }, (_, index) => index - 600)

test('every due date falls into the one bucket that the kernel names', () => {
  const buckets = dueBuckets(today)
  expect(buckets.map(({ first }) => first).slice(1)).toEqual(
    buckets
      .map(({ first }) => first)
      .slice(1)
      .sort(),
  )
  for (const offset of offsets) {
    const dueOn = addDays(today, offset)
    const found = buckets.findLast(({ first }) => first === '-infinity' || first <= dueOn)
    expect([found?.status, found?.band]).toEqual([dueStatus(dueOn, today), ageBand(dueOn, today)])
  }
})

test('a band is the range of due dates that the kernel puts into it', () => {
  for (const band of ageBands) {
    const { gte, lte } = ageRange(band, today)
    for (const offset of offsets) {
      const dueOn = addDays(today, offset)
      const within = (!gte || dayOf(gte) <= dueOn) && (!lte || dueOn <= dayOf(lte))
      expect([dueOn, within]).toEqual([dueOn, ageBand(dueOn, today) === band])
    }
  }
})
