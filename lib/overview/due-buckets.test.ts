import { expect, test } from 'vitest'
import { addDays, day, dayOf } from '#lib/base/days'
import { ageBand, ageBands, dueStatus } from '#lib/kernel/due'
import { ageRange, dueBuckets } from './due-buckets.ts'

const today = day('2026-11-22')
const offsets = Array.from({ length: 1_201 }, (_, index) => index - 600)

test('every due date falls into the one bucket that the kernel names', () => {
  const buckets = dueBuckets(today)
  for (const offset of offsets) {
    const dueOn = addDays(today, offset)
    const found = buckets.filter(
      ({ first, last }) =>
        (first === '-infinity' || first <= dueOn) && (last === 'infinity' || dueOn <= last),
    )
    expect(found.map(({ status, band }) => [status, band])).toEqual([
      [dueStatus(dueOn, today), ageBand(dueOn, today)],
    ])
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
