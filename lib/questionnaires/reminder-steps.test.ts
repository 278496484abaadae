import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { reminderOn } from './reminder-steps.ts'

const wantedBy = day('2026-12-31')
const on = (text: string, sentOn = '2026-11-01') =>
  reminderOn(day(text), { sentOn: day(sentOn), wantedBy })?.step ?? null

describe('whoever was asked is reminded', () => {
  it('14, 7 and 1 days before, not on the day itself, and every week after', () => {
    expect(on('2026-12-16')).toBeNull()
    expect(on('2026-12-17')).toBe('2026-12-31:14')
    expect(on('2026-12-24')).toBe('2026-12-31:7')
    expect(on('2026-12-30')).toBe('2026-12-31:1')
    expect(on('2026-12-31')).toBeNull()
    expect(on('2027-01-06')).toBeNull()
    expect(on('2027-01-07')).toBe('2026-12-31:-7')
    expect(on('2027-01-14')).toBe('2026-12-31:-14')
  })

  it('once for each step, on whichever day somebody looks first', () => {
    const steps = Array.from({ length: 80 }, (_, at) => on(addDays(day('2026-11-20'), at)))
    expect([...new Set(steps)]).toEqual([
      null,
      ...['14', '7', '1', '-7', '-14', '-21', '-28', '-35'].map((step) => `2026-12-31:${step}`),
    ])
  })

  it('of no step that had passed when it was sent', () => {
    expect(on('2026-12-20', '2026-12-20')).toBeNull()
    expect(on('2026-12-24', '2026-12-20')).toBe('2026-12-31:7')
  })
})
