import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayProblem, readDay, serialDay } from './read-day.ts'

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
    ['4-Mar-25', '2025-03-04'],
    ['March 4th, 2025', '2025-03-04'],
    ['1st Sept 2024', '2024-09-01'],
    ['Tuesday, March 4, 2025', '2025-03-04'],
    [' 11/22/2024\u00a0', '2024-11-22'],
    ['2024-11-22T09:30:00Z', '2024-11-22'],
    ['11/22/2024 9:30 AM', '2024-11-22'],
    ['2/29/2024', '2024-02-29'],
  ])('takes %j for %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  it.each([
    '',
    'soon',
    '2/29/2023',
    '13/1/2024',
    '22/11/2024',
    '11/22',
    '45000',
    'Foo 3, 2024',
    '1/1/1824',
    'Mar-25',
    'March 25',
    'Mar 4, 25',
  ])('takes %j for no day rather than for a wrong one', (text) => {
    expect(readDay(text)).toBeNull()
  })

  it('reads back every day that an export writes', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(readDay(day)).toBe(day)
      }),
    )
  })

  it.each([
    ['32874', '1990-01-01'],
    ['45352', '2024-03-01'],
    ['45352.75', '2024-03-01'],
    ['55153', '2050-12-31'],
    ['32873', null],
    ['55154', null],
    ['2024', null],
    ['0045352', null],
  ])('takes the bare number %j for %j', (text, day) => {
    expect(serialDay(text)).toBe(day)
  })

  it.each([
    ['12/31/9999', '“12/31/9999” is too far in the future: a date here lies between 1900 and 2199.'],
    ['1/1/0001', '“1/1/0001” is too far in the past: a date here lies between 1900 and 2199.'],
    ['2/30/2025', '“2/30/2025” is not a date such as 11/22/2026.'],
    ['2/30/9999', '“2/30/9999” is not a date such as 11/22/2026.'],
    ['soon', '“soon” is not a date such as 11/22/2026.'],
    ['45352', '“45352” looks like a spreadsheet’s number for Mar 1, 2024; format the column as a date.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(dayProblem(text)).toBe(problem)
  })
})
