import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { ageBand, type Duty, dueStatus, planDuties } from './due.ts'

const today = day('2026-11-22')
const duty = (key: string, since: string, due: string, doneOn?: string): Duty => ({
  key,
  title: key,
  sinceOn: day(since),
  dueOn: day(due),
  harm: 2,
  ...(doneOn ? { doneOn: day(doneOn) } : {}),
})
const row = (key: string, since: string, due: string) => ({
  id: `id-${key}`,
  key,
  title: key,
  sinceOn: day(since),
  dueOn: day(due),
})

describe('when something is due', () => {
  it('is not overdue on its due date, and is the day after', () => {
    expect(dueStatus(today, today)).toBe('due-soon')
    expect(dueStatus(addDays(today, -1), today)).toBe('overdue')
    expect(dueStatus(addDays(today, 30), today)).toBe('due-soon')
    expect(dueStatus(addDays(today, 31), today)).toBe('on-track')
  })

  it('falls into exactly one age band when overdue and none otherwise', () => {
    expect(ageBand(today, today)).toBeNull()
    expect(ageBand(addDays(today, -1), today)).toBe('1-30')
    expect(ageBand(addDays(today, -30), today)).toBe('1-30')
    expect(ageBand(addDays(today, -31), today)).toBe('31-60')
    expect(ageBand(addDays(today, -90), today)).toBe('61-90')
    expect(ageBand(addDays(today, -91), today)).toBe('90+')
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (offset) => {
        const due = addDays(today, offset)
        expect(ageBand(due, today) !== null).toBe(dueStatus(due, today) === 'overdue')
      }),
    )
  })
})

describe('planning the duties of a record', () => {
  it('opens what is missing and leaves what is right', () => {
    const wanted = [duty('yearly', '2026-01-01', '2027-01-01'), duty('logs', '2026-10-01', '2027-01-01')]
    const plan = planDuties(wanted, [row('yearly', '2026-01-01', '2027-01-01')])
    expect(plan).toEqual({ open: [wanted[1]], move: [], done: [], cancel: [] })
  })

  it('moves a date when only the cadence changed', () => {
    const wanted = [duty('yearly', '2026-01-01', '2026-07-01')]
    const plan = planDuties(wanted, [row('yearly', '2026-01-01', '2027-01-01')])
    expect(plan.move).toEqual([{ id: 'id-yearly', duty: wanted[0] }])
    expect(plan.open).toEqual([])
  })

  it('closes the old occurrence as done and opens the next when the count starts anew', () => {
    const wanted = [duty('yearly', '2026-11-22', '2027-11-22')]
    const plan = planDuties(wanted, [row('yearly', '2026-01-01', '2026-07-01')])
    expect(plan.done).toEqual([{ id: 'id-yearly', on: '2026-11-22' }])
    expect(plan.open).toEqual(wanted)
  })

  it('tells done from cancelled', () => {
    const plan = planDuties(
      [duty('first', '2026-01-01', '2026-02-01', '2026-01-20')],
      [row('first', '2026-01-01', '2026-02-01'), row('logs', '2026-01-01', '2026-04-01')],
    )
    expect(plan.done).toEqual([{ id: 'id-first', on: '2026-01-20' }])
    expect(plan.cancel).toEqual(['id-logs'])
    expect(plan.open).toEqual([])
  })

  it('settles: planning again after carrying the plan out changes nothing', () => {
    const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2026-01-01'), n))
    const dutyArb = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      sinceOn: days,
      length: fc.integer({ min: 1, max: 400 }),
    })
    const set = fc.uniqueArray(dutyArb, { selector: (d) => d.key })
    fc.assert(
      fc.property(set, (items) => {
        const wanted = items.map((d) => duty(d.key, d.sinceOn, addDays(d.sinceOn, d.length)))
        const after = wanted.map((d) => row(d.key, d.sinceOn, d.dueOn))
        expect(planDuties(wanted, after)).toEqual({ open: [], move: [], done: [], cancel: [] })
      }),
    )
  })
})
