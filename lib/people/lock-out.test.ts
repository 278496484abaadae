import { expect, test } from 'vitest'
import { lockMinutes } from './lock-out.ts'

test('the lock begins with the fifth wrong password and grows', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 9, 10].map(lockMinutes)).toEqual([0, 0, 0, 1, 2, 4, 8, 15, 15])
})

test('the lock never lasts longer than 15 minutes and never shrinks', () => {
  for (const failures of [11, 100, 2_000, 2 ** 31 - 1]) expect(lockMinutes(failures)).toBe(15)
})
