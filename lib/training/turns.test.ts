import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, day } from '#lib/base/days'
import { turnsFrom } from './turns.ts'

const plan = { startsOn: day('2026-01-31'), everyMonths: 1, daysOpen: 30, courseIds: ['a', 'b'] }

describe('the turns of a plan', () => {
  it('open on the last day of short months and come back to the 31st after them', () => {
    expect(turnsFrom(plan, day('2026-01-31')).map(({ opensOn }) => opensOn)).toEqual([
      ...['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'],
      ...['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31'],
    ])
  })

  it('know leap years', () => {
    const leap = { ...plan, startsOn: day('2027-02-28'), everyMonths: 12 }
    expect(
      turnsFrom({ ...leap, startsOn: day('2024-02-29') }, day('2027-03-01')).map((one) => one.opensOn),
    ).toEqual(['2028-02-29'])
    expect(turnsFrom(leap, day('2027-06-01')).map(({ opensOn }) => opensOn)).toEqual(['2028-02-28'])
    expect(
      turnsFrom({ ...plan, startsOn: day('2027-11-30'), everyMonths: 3 }, day('2027-11-30'))[1],
    ).toMatchObject({
      opensOn: '2028-02-29',
      dueOn: '2028-03-30',
    })
  })

  it('take the courses in their order, also when earlier turns are past', () => {
    const turns = turnsFrom({ ...plan, everyMonths: 3 }, day('2026-06-01'))
    expect(turns.map(({ turn, courseId, opensOn }) => [turn, courseId, opensOn])).toEqual([
      [2, 'a', '2026-07-31'],
      [3, 'b', '2026-10-31'],
      [4, 'a', '2027-01-31'],
      [5, 'b', '2027-04-30'],
    ])
  })

  it('are the same whichever day one looks from, and never more than a year ahead', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((offset) => addMonths(day('2026-01-15'), offset % 30))
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 36 }), (startsOn, from, everyMonths) => {
        const rhythm = { ...plan, startsOn, everyMonths }
        const now = turnsFrom(rhythm, from)
        const later = turnsFrom(rhythm, addMonths(from, 1))
        for (const turn of later) expect(now.find((one) => one.turn === turn.turn) ?? turn).toEqual(turn)
        expect(now.every(({ opensOn }) => opensOn >= from && opensOn <= addMonths(from, 12))).toBe(true)
      }),
    )
  })

  it('are none without a course', () => {
    expect(turnsFrom({ ...plan, courseIds: [] }, day('2026-01-31'))).toEqual([])
  })
})
