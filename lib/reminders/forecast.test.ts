import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { type ForecastDuty, forecast } from './forecast.ts'
import { fires } from './ladder.ts'
import { recipientsOf } from './recipients.ts'

const start = day('2026-03-02')
const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((offset) => addDays(start, offset))
const reach = { reachable: new Set(['ann', 'bob', 'kim']), keepers: ['kim'] }
const person = fc.constantFrom('ann', 'bob', 'gone', null)
const duty: fc.Arbitrary<ForecastDuty> = fc.record({
  id: fc.uuid(),
  dueOn: fc.integer({ min: -60, max: 110 }).map((offset) => addDays(start, offset)),
  ownerId: person,
  backupId: person,
  isPersonal: fc.boolean(),
  snoozedUntil: fc.option(fc.integer({ min: -5, max: 12 }).map((offset) => addDays(start, offset))),
})

describe('the forecast', () => {
  it('says what the planner will do when it plans each of the days in turn', () => {
    fc.assert(
      fc.property(fc.array(duty, { maxLength: 8 }), (duties) => {
        const planned: string[] = []
        const told = new Map<string, number>()
        for (const today of days)
          for (const { id, dueOn, snoozedUntil, ...answerable } of duties) {
            if (snoozedUntil !== null && today < snoozedUntil) continue
            for (const { personId, part, isUnowned } of recipientsOf(answerable, reach)) {
              const pair = `${id} ${personId}`
              const firing = fires(
                { dueOn: day(dueOn), isUnowned, part, told: told.get(pair) ?? null },
                today,
              )
              if (!firing) continue
              told.set(pair, firing.step)
              planned.push(`${today} ${pair} ${part} ${firing.step}`)
            }
          }
        const said = [...forecast(duties, new Map(), reach, days)].flatMap(([today, people]) =>
          [...people].flatMap(([personId, lines]) =>
            lines.map(({ dutyId, part, step }) => `${today} ${dutyId} ${personId} ${part} ${step}`),
          ),
        )
        expect(said.toSorted()).toEqual(planned.toSorted())
      }),
    )
  })

  it('begins after what people were told of already', () => {
    const one = {
      ...{ id: 'x', dueOn: addDays(start, 30), ownerId: 'ann', backupId: null },
      ...{ snoozedUntil: null, isPersonal: false },
    }
    const told = new Map([['x ann', -30]])
    expect([...forecast([one], told, reach, days)].flatMap(([, people]) => [...people])).toEqual([])
    expect(forecast([one], new Map(), reach, days).get(start)?.get('ann')).toEqual([
      { dutyId: 'x', part: 'own', step: -30 },
    ])
  })
})
