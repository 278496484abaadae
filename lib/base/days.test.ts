import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, addMonths, day, dayIn, daysBetween, formatDay, isDay, lastQuarterEnd } from './days.ts'

describe('days', () => {
  it('accepts real days and nothing else', () => {
    expect(isDay('2024-02-29')).toBe(true)
    for (const wrong of ['2023-02-29', '2024-13-01', '2024-1-1', '0024-01-01', '', '2024-02-30', 'tomorrow'])
      expect(isDay(wrong)).toBe(false)
    expect(() => day('2023-02-29')).toThrow(RangeError)
  })

  it('gives the day in the practice, not in London', () => {
    const instant = new Date('2026-01-01T03:30:00Z')
    expect(dayIn('America/Los_Angeles', instant)).toBe('2025-12-31')
    expect(dayIn('America/New_York', instant)).toBe('2025-12-31')
    expect(dayIn('Pacific/Guam', instant)).toBe('2026-01-01')
  })

  it('keeps to the end of a month when the day does not exist there', () => {
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(day('2023-01-31'), 1)).toBe('2023-02-28')
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28')
    expect(addMonths(day('2024-12-15'), 1)).toBe('2025-01-15')
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29')
  })

  it('adds and counts days without a time zone getting in the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => {
        const start = day('2024-03-10')
        expect(daysBetween(start, addDays(start, count))).toBe(count)
      }),
    )
  })

  it('writes a day as people here read it', () => {
    expect(formatDay(day('2026-11-22'))).toBe('Nov 22, 2026')
  })
})

test.each([
  ['2026-11-22', '2026-09-30'],
  ['2026-10-01', '2026-09-30'],
  ['2026-09-30', '2026-06-30'],
  ['2026-04-01', '2026-03-31'],
  ['2026-03-31', '2025-12-31'],
  ['2028-01-01', '2027-12-31'],
])('of %s the last quarter ended on %s', (of, end) => {
  expect(lastQuarterEnd(day(of))).toBe(end)
})
