import { expect, it } from 'vitest'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { addDays, type Day, dateOf, day } from '#lib/base/days'
import { keepGate } from '#lib/flows/phi-gate'
import { atTime } from '#lib/platform/clock'
import { write } from '#lib/platform/db'
import { coverAcme } from '#lib/testing/agreements'
import { flowFacts, practiceWithSystem } from '#lib/testing/ai-systems'
import { createPractice, valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { overviewFor } from './overview.ts'

const database = useTestDatabase()
const noonOf = (on: Day) => new Date(dateOf(on).getTime() + 18 * 3_600_000)
const lookOn = (practiceId: string, on: Day) => atTime(noonOf(on), () => keepGate(practiceId))

async function kept(practiceId: string) {
  const { rows } = await database.owner.query<{ on: string; numbers: Record<string, number> }>(
    `SELECT "on"::text AS on, numbers FROM "PostureSnapshot" WHERE "practiceId" = $1 ORDER BY 1`,
    [practiceId],
  )
  return rows
}

it('keeps the numbers once a day, after the day was brought in line, and never for another practice', async () => {
  const { practice, officer, id } = await practiceWithSystem(database.owner)
  const other = await createPractice(database.owner)
  valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
  await coverAcme(officer, { renewal: 'ends', endsOn: '2027-03-31' })
  await database.owner.query(
    `UPDATE "AiSystem" SET stage = 'in-use', "approvedOn" = '2026-02-01' WHERE id = $1`,
    [id],
  )
  for (const on of ['2027-03-31', '2027-03-31', '2027-04-01'].map(day)) await lookOn(practice.id, on)
  const rows = await kept(practice.id)
  expect(rows.map(({ on }) => on)).toEqual(['2027-03-31', '2027-04-01'])
  // On its last day it lapses tomorrow; on the next day the gate has stopped it already.
  expect(rows[0]?.numbers).toMatchObject({
    inUse: 1,
    lapsing: 1,
    uncovered: 0,
    stopped: 0,
    vendors: 1,
    inForce: 1,
  })
  expect(rows[1]?.numbers).toMatchObject({
    inUse: 0,
    lapsing: 0,
    uncovered: 1,
    stopped: 1,
    exposed: 0,
    lapsedGrave: 1,
  })
  expect(await kept(other.id)).toEqual([])
})

it('is what the overview of a later quarter is compared with, for who sees the whole practice', async () => {
  const { practice, officer, id } = await practiceWithSystem(database.owner)
  const lead = await practice.actor('site-lead', [practice.siteA])
  valueOf(await createFlow(officer, { ...flowFacts, systemId: id }))
  await coverAcme(officer, {})
  await database.owner.query(
    `UPDATE "AiSystem" SET stage = 'in-use', "approvedOn" = '2026-02-01' WHERE id = $1`,
    [id],
  )
  const trends = async (on: string, actor = officer) => {
    const { postures } = await atTime(noonOf(day(on)), () => overviewFor(actor))
    return Object.fromEntries(postures.map(({ key, trend }) => [key, trend.is]))
  }
  const at = { 'patient-data': 'unknown', 'ai-systems': 'unknown', agreements: 'unknown', checks: 'unknown' }
  expect(await trends('2027-05-10')).toMatchObject(at)
  await lookOn(practice.id, day('2027-03-31'))
  await database.owner.query(`UPDATE "AiSystem" SET cover = 'uncovered' WHERE id = $1`, [id])
  const later = { 'patient-data': 'worse', 'ai-systems': 'same', agreements: 'same' }
  expect(await trends('2027-05-10')).toMatchObject(later)
  expect(await trends('2027-06-30')).toMatchObject(later)
  expect(await trends('2027-07-01')).toMatchObject(at)
  // A site's own past is not kept; vendors and agreements belong to everybody.
  expect(await trends('2027-05-10', lead)).toMatchObject({ ...at, agreements: 'same' })
})

it('takes a day shortly before for a last day without numbers, and says which, but none long past', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const on = async () => {
    const { postures } = await atTime(noonOf(day('2027-04-05')), () => overviewFor(officer))
    return postures.map(({ trend }) => (trend.is === 'unknown' ? null : trend.on))[0]
  }
  await lookOn(practice.id, day('2027-02-28'))
  expect(await on()).toBeNull()
  await lookOn(practice.id, day('2027-03-25'))
  await lookOn(practice.id, addDays(day('2027-03-31'), 1))
  expect(await on()).toBe('2027-03-25')
})

it('cannot be changed or taken away by the application', async () => {
  const practice = await createPractice(database.owner)
  await lookOn(practice.id, day('2027-03-31'))
  const scope = { practiceId: practice.id }
  await expect(
    write(scope, (tx) => tx.$executeRaw`UPDATE "PostureSnapshot" SET numbers = '{}'`),
  ).rejects.toThrow(/permission denied/)
  await expect(write(scope, (tx) => tx.$executeRaw`DELETE FROM "PostureSnapshot"`)).rejects.toThrow(
    /permission denied/,
  )
  expect(await kept(practice.id)).toHaveLength(1)
})
