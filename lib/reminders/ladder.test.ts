import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { fires, type Part, stepAt, stepInWords } from './ladder.ts'

const due = day('2026-06-15')
const on = (daysAfter: number) => addDays(due, daysAfter)
const firing = (daysAfter: number, told: number | null, part: Part = 'own', isUnowned = false) =>
  fires({ dueOn: due, isUnowned, told, part }, on(daysAfter))

describe('the ladder', () => {
  it('has its steps 90, 60, 30, 14, 7, 1 and 0 days before, then every week', () => {
    const table: [daysAfter: number, step: number | null][] = [
      [-91, null],
      [-90, -90],
      [-61, -90],
      [-60, -60],
      [-30, -30],
      [-15, -30],
      [-14, -14],
      [-7, -7],
      [-2, -7],
      [-1, -1],
      [0, 0],
      [6, 0],
      [7, 7],
      [13, 7],
      [14, 14],
      [700, 700],
    ]
    expect(table.map(([daysAfter]) => [daysAfter, stepAt(daysAfter)])).toEqual(table)
  })

  it('tells of each step once, and not again until the next', () => {
    expect(firing(-30, -60)).toEqual({ step: -30, passedOver: [] })
    expect(firing(-29, -30)).toBeNull()
    expect(firing(-14, -30)).toEqual({ step: -14, passedOver: [] })
    expect(firing(7, 0)).toEqual({ step: 7, passedOver: [] })
  })

  it('sends the latest of several missed steps, and names those that it passes over', () => {
    expect(firing(-6, -90)).toEqual({ step: -7, passedOver: [-60, -30, -14] })
    expect(firing(-20, null)).toEqual({ step: -30, passedOver: [-90, -60] })
    expect(firing(22, 0)).toEqual({ step: 21, passedOver: [7, 14] })
    expect(firing(15, null, 'backup')).toEqual({ step: 14, passedOver: [-7, -1, 0, 7] })
  })

  it('tells the backup from 7 days before on, and keepers once the date has passed', () => {
    expect(firing(-14, null, 'backup')).toBeNull()
    expect(firing(-7, null, 'backup')).toEqual({ step: -7, passedOver: [] })
    expect(firing(0, null, 'keeper')).toBeNull()
    expect(firing(6, null, 'keeper')).toBeNull()
    expect(firing(7, null, 'keeper')).toEqual({ step: 7, passedOver: [] })
  })

  it('tells keepers at once of what nobody answers for', () => {
    expect(firing(-90, null, 'keeper', true)).toEqual({ step: -90, passedOver: [] })
    expect(firing(-13, null, 'keeper', true)).toEqual({ step: -14, passedOver: [-90, -60, -30] })
  })

  it('tells nobody of an earlier step after a later one, when a clock goes back', () => {
    expect(firing(-14, 0)).toBeNull()
  })

  it('never loses a step and never repeats one, whatever days somebody looks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -100, max: 120 }), { minLength: 1 }), (visits) => {
        let told: number | null = null
        const met: number[] = []
        for (const visit of visits.toSorted((a, b) => a - b)) {
          const found = firing(visit, told)
          if (!found) continue
          met.push(...found.passedOver, found.step)
          told = found.step
        }
        const last = stepAt(Math.max(...visits))
        const all = Array.from({ length: 221 }, (_, at) => stepAt(at - 100)).filter((step) => step !== null)
        const due = last === null ? [] : [...new Set(all)].filter((step) => step <= last)
        expect(met).toEqual(due)
      }),
    )
  })

  it('is said in words', () => {
    expect([-90, -1, 0, 7, 21].map(stepInWords)).toEqual([
      '90 days before',
      'the day before',
      'on the day',
      'a week after',
      '3 weeks after',
    ])
  })
})
