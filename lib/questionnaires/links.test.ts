import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { endOf } from './links.ts'

describe('the last second of a day', () => {
  it.each([
    ['2026-11-22', 'America/Chicago', '2026-11-23T05:59:59.000Z'],
    // Clocks are moved on this day.
    ['2026-11-01', 'America/Chicago', '2026-11-02T05:59:59.000Z'],
    ['2027-03-14', 'America/New_York', '2027-03-15T03:59:59.000Z'],
    ['2026-11-22', 'Pacific/Honolulu', '2026-11-23T09:59:59.000Z'],
    ['2026-11-22', 'Pacific/Kiritimati', '2026-11-22T09:59:59.000Z'],
    ['2028-02-29', 'UTC', '2028-02-29T23:59:59.000Z'],
  ])('%s in %s is %s', (until, timeZone, expected) => {
    expect(endOf(day(until), timeZone).toISOString()).toBe(expected)
  })
})
