import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, daysBetween } from '#lib/base/days'
import {
  daysIn,
  daysOfMonth,
  formatMonth,
  formatWeekday,
  monthLater,
  monthOf,
  monthOrNull,
  weekdayOf,
  weekOf,
  weeksOf,
} from './month.ts'

const month = (text: string) => {
  const found = monthOrNull(text)
  if (!found) throw new Error(`no month: ${text}`)
  return found
}
const anyMonth = fc
  .tuple(fc.integer({ min: 1901, max: 2198 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => month(`${year}-${String(number).padStart(2, '0')}`))

describe('a month', () => {
  it('is laid out in weeks that begin on Sunday', () => {
    expect(weeksOf(month('2026-11')).map((week) => week.map((place) => place?.slice(8) ?? ''))).toEqual([
      ['01', '02', '03', '04', '05', '06', '07'],
      ['08', '09', '10', '11', '12', '13', '14'],
      ['15', '16', '17', '18', '19', '20', '21'],
      ['22', '23', '24', '25', '26', '27', '28'],
      ['29', '30', '', '', '', '', ''],
    ])
  })

  it('has four weeks when February begins on a Sunday, and six when it must', () => {
    expect(weeksOf(month('2026-02'))).toHaveLength(4)
    expect(weeksOf(month('2026-08'))).toHaveLength(6)
  })

  it('knows leap years, also those of whole centuries', () => {
    expect(daysOfMonth(month('2028-02')).last).toBe('2028-02-29')
    expect(daysOfMonth(month('2000-02')).last).toBe('2000-02-29')
    expect(daysOfMonth(month('2100-02')).last).toBe('2100-02-28')
    expect(daysOfMonth(month('2027-02')).last).toBe('2027-02-28')
  })

  it('holds each of its days once, on its own weekday, whatever month it is', () => {
    fc.assert(
      fc.property(anyMonth, (any) => {
        const weeks = weeksOf(any)
        const found = weeks.flat().filter((place) => place !== null)
        expect(found).toEqual(daysIn(daysOfMonth(any)))
        expect(found.every((one) => monthOf(one) === any)).toBe(true)
        for (const week of weeks) {
          expect(week).toHaveLength(7)
          expect(week.map((one, place) => (one ? weekdayOf(one) : place))).toEqual([0, 1, 2, 3, 4, 5, 6])
          expect(week.some((one) => one !== null)).toBe(true)
        }
      }),
    )
  })

  it('follows and precedes others over the end of a year', () => {
    expect(monthLater(month('2026-12'), 1)).toBe('2027-01')
    expect(monthLater(month('2026-01'), -1)).toBe('2025-12')
  })

  it('is not what only looks like one', () => {
    for (const text of ['', '2026', '2026-13', '2026-00', '2026-1', '2026-11-01', 'x', '1900-01', '2199-12'])
      expect(monthOrNull(text), text).toBeNull()
  })

  it('and its days have names', () => {
    expect(formatMonth(month('2026-11'))).toBe('November 2026')
    expect(formatWeekday(day('2026-11-22'))).toBe('Sunday, November 22')
  })
})

it('a week is the seven days from Sunday on, over months, years and the days on which clocks change', () => {
  expect(weekOf(day('2026-11-21'))).toEqual({ first: '2026-11-15', last: '2026-11-21' })
  expect(weekOf(day('2026-11-22'))).toEqual({ first: '2026-11-22', last: '2026-11-28' })
  expect(weekOf(day('2027-01-01'))).toEqual({ first: '2026-12-27', last: '2027-01-02' })
  expect(weekOf(day('2026-03-08'))).toEqual({ first: '2026-03-08', last: '2026-03-14' })
  const { first, last } = weekOf(day('2026-11-01'))
  expect([weekdayOf(first), weekdayOf(last), daysBetween(first, last)]).toEqual([0, 6, 6])
})
