import { describe, expect, it } from 'vitest'
import { day, dayIn } from '#lib/base/days'
import { hourIn, isQuiet, isTimeToSend, nextSendingDay, sendingDayBefore } from './sending-days.ts'

const rules = {
  timeZone: 'America/Chicago',
  hour: 7,
  quietWeekdays: [0, 6],
  quietDays: new Set(['2026-11-26']),
}
const at = (iso: string, hour = 7) => {
  const instant = new Date(iso)
  return isTimeToSend(instant, dayIn(rules.timeZone, instant), { ...rules, hour })
}

describe('the days on which reminders go out', () => {
  it('leave out quiet weekdays and single quiet days', () => {
    expect(isQuiet(day('2026-11-21'), rules)).toBe(true)
    expect(isQuiet(day('2026-11-26'), rules)).toBe(true)
    expect(nextSendingDay(day('2026-11-21'), rules)).toBe('2026-11-23')
    expect(nextSendingDay(day('2026-11-25'), rules)).toBe('2026-11-25')
    expect(sendingDayBefore(day('2026-11-27'), rules)).toBe('2026-11-25')
    expect(sendingDayBefore(day('2026-11-23'), rules)).toBe('2026-11-20')
  })

  it('begin at the hour on the practice’s clocks, and go on until midnight there', () => {
    expect(at('2026-11-23T12:59:59Z')).toBe(false)
    expect(at('2026-11-23T13:00:00Z')).toBe(true)
    expect(at('2026-11-24T05:59:59Z')).toBe(true)
    expect(at('2026-11-24T06:00:00Z')).toBe(false)
  })

  it('begin an hour earlier by the sun once the clocks went forward, and later once they went back', () => {
    // Forward on Sunday, March 8, 2026; back on Sunday, November 1.
    expect([at('2026-03-06T12:59:59Z'), at('2026-03-06T13:00:00Z')]).toEqual([false, true])
    expect([at('2026-03-09T11:59:59Z'), at('2026-03-09T12:00:00Z')]).toEqual([false, true])
    expect([at('2026-10-30T11:59:59Z'), at('2026-10-30T12:00:00Z')]).toEqual([false, true])
    expect([at('2026-11-02T12:59:59Z'), at('2026-11-02T13:00:00Z')]).toEqual([false, true])
  })

  it('have an hour that the clocks leave out: it is past as soon as it was left out', () => {
    const everyDay = { ...rules, quietWeekdays: [], hour: 2 }
    const spring = (iso: string) => {
      const instant = new Date(iso)
      return isTimeToSend(instant, dayIn(rules.timeZone, instant), everyDay)
    }
    expect(spring('2026-03-08T07:59:59Z')).toBe(false)
    expect(hourIn(rules.timeZone, new Date('2026-03-08T08:00:00Z'))).toBe(3)
    expect(spring('2026-03-08T08:00:00Z')).toBe(true)
  })

  it('know midnight as the hour 0', () => {
    expect(hourIn('America/Chicago', new Date('2026-11-24T06:00:00Z'))).toBe(0)
  })

  it('come at last, also when every day is said to be quiet', () => {
    expect(nextSendingDay(day('2026-01-01'), { ...rules, quietWeekdays: [0, 1, 2, 3, 4, 5, 6] })).toBe(
      '2027-01-02',
    )
  })
})
