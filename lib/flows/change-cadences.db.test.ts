import { describe, expect, it } from 'vitest'
import { archiveSystem, createSystem } from '#lib/ai-systems/commands'
import { systemCadences } from '#lib/ai-systems/due'
import { addDays, dayOf } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { getSettings } from '#lib/practice/queries'
import { detail, facts, practiceWithSystem } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { cadenceGroups, changeCadences, countOpenDuties } from './change-cadences.ts'

const database = useTestDatabase()
const first = systemCadences.firstReview.key
const yearly = systemCadences.yearlyReview.key

describe('how often things are due', () => {
  it('changes every due date in the same step, and what is standard is not stored', async () => {
    const { officer, id } = await practiceWithSystem(database.owner)
    const more = valueOf(await createSystem(officer, { ...facts, name: 'Another' })).id
    const gone = valueOf(await createSystem(officer, { ...facts, name: 'Archived' })).id
    valueOf(await archiveSystem(officer, { id: gone, version: 1, reason: 'Not used.' }))
    const today = todayFor(officer)
    expect(await countOpenDuties(officer)).toBe(2)
    expect((await detail(officer, id)).nextDueOn).toBe(addDays(today, 30))

    valueOf(await changeCadences(officer, { version: 1, lengths: { [first]: '10', [yearly]: '12' } }))
    for (const system of [id, more]) {
      const { nextDueOn, duties } = await detail(officer, system)
      expect(nextDueOn).toBe(addDays(today, 10))
      expect(duties).toMatchObject([{ key: 'first-review', dueOn: addDays(today, 10) }])
    }
    const settings = await getSettings(officer)
    expect(settings).toMatchObject({ cadences: { [first]: 10 }, version: 2 })
    expect(settings.history[0]?.sentence).toBe(
      'Changed “First review after a proposal” from 30 days to 10 days',
    )
    const stored = await read(officer, (tx) => tx.obligation.findMany({ where: { state: 'open' } }))
    expect(stored.map(({ dueOn }) => dayOf(dueOn))).toEqual([addDays(today, 10), addDays(today, 10)])

    valueOf(await changeCadences(officer, { version: 2, lengths: { [first]: '30' } }))
    expect((await getSettings(officer)).cadences).toEqual({})
    expect((await detail(officer, more)).nextDueOn).toBe(addDays(today, 30))
  })

  it('stays within the limits of each, and within the practice', async () => {
    const { practice, officer, id } = await practiceWithSystem(database.owner)
    const neighbour = await practiceWithSystem(database.owner)
    expect(
      await changeCadences(officer, { version: 1, lengths: { [first]: '181', [yearly]: '0' } }),
    ).toMatchObject({
      code: 'invalid',
      fields: { [`lengths.${first}`]: 'From 1 to 180 days.', [`lengths.${yearly}`]: 'From 1 to 24 months.' },
    })
    expect(await changeCadences(officer, { version: 1, lengths: { [first]: '1.5' } })).toMatchObject({
      code: 'invalid',
    })
    expect(await changeCadences(officer, { version: 1, lengths: { nonsense: '3' } })).toMatchObject({
      code: 'invalid',
    })
    expect(await changeCadences(officer, { version: 9, lengths: { [first]: '5' } })).toMatchObject({
      code: 'conflict',
    })
    for (const role of ['it', 'site-lead', 'staff', 'auditor'] as const)
      expect(
        await changeCadences(await practice.actor(role), { version: 1, lengths: { [first]: '5' } }),
      ).toMatchObject({
        code: 'forbidden',
      })
    valueOf(await changeCadences(officer, { version: 1, lengths: { [first]: '5' } }))
    expect((await detail(officer, id)).nextDueOn).toBe(addDays(todayFor(officer), 5))
    expect((await detail(neighbour.officer, neighbour.id)).nextDueOn).toBe(addDays(todayFor(officer), 30))
    expect(await getSettings(await (await createPractice(database.owner)).actor('officer'))).toMatchObject({
      cadences: {},
    })
  })

  it('says of each cadence what is standard, within which limits, and why', () => {
    const cadences = cadenceGroups.flatMap((group) => group.cadences)
    expect(new Set(cadences.map(({ key }) => key)).size).toBe(cadences.length)
    for (const { standard, min, max, why } of cadences) {
      expect(standard).toBeGreaterThanOrEqual(min)
      expect(standard).toBeLessThanOrEqual(max)
      expect(why).toMatch(/\.$/)
    }
  })
})
