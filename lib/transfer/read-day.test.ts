import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay } from './read-day.ts'

describe('reading days', () => {
  it.each([
    ['2024-11-22', '2024-11-22'],
    ['2024/1/2', '2024-01-02'],
    ['11/22/2024', '2024-11-22'],
    ['1/2/24', '2024-01-02'],
    ['01-02-2024', '2024-01-02'],
    ['Nov 22, 2024', '2024-11-22'],
    ['November 22 2024', '2024-11-22'],
    ['Sept. 3, 2024', '2024-09-03'],
    ['22 Nov 2024', '2024-11-22'],
    ['22-Nov-2024', '2024-11-22'],
    [' 11/22/2024\u00a0', '2024-11-22'],
    ['2024-11-22T09:30:00Z', '2024-11-22'],
    ['11/22/2024 9:30 AM', '2024-11-22'],
    ['2/29/2024', '2024-02-29'],
  ])('takes %j for %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  it.each(['', 'soon', '2/29/2023', '13/1/2024', '22/11/2024', '11/22', '45000', 'Foo 3, 2024', '1/1/1824'])(
    'takes %j for no day rather than for a wrong one',
    (text) => {
      expect(readDay(text)).toBeNull()
    },
  )

  it('reads back every day that an export writes', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(readDay(day)).toBe(day)
      }),
    )
  })
})
