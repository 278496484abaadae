import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { atTime } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { overviewDetail } from './detail.ts'
import { overdueAt } from './overdue-at.ts'
import { reachOf } from './reach.ts'

const database = useTestDatabase()
const today = day('2026-11-22')
const noon = new Date('2026-11-22T18:00:00Z')
const overview = (actor: Actor) => atTime(noon, () => overviewDetail(actor))

interface Made {
  dueOn: Day
  siteIds?: string[]
  ownerId?: string
  key?: string
  openedOn?: Day
  closed?: { on: Day; as: 'done' | 'cancelled' }
}

async function duty(practice: TestPractice, made: Made): Promise<string> {
  const id = randomUUID()
  const {
    dueOn,
    siteIds = [],
    ownerId = null,
    key = 'first-review',
    openedOn = day('2026-11-01'),
    closed,
  } = made
  await database.owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn",
       harm, "siteIds", "ownerId", state, "openedOn", "closedOn")
     VALUES ($1, $2, 'ai-system', $3, 'AI-001 Scribe', $4, 'Review it', $5, $6, 2, $7, $8, $9, $5, $10)`,
    [
      id,
      practice.id,
      randomUUID(),
      key,
      openedOn,
      dueOn,
      siteIds,
      ownerId,
      closed?.as ?? 'open',
      closed?.on ?? null,
    ],
  )
  return id
}

const dueIn = (days: number) => ({ dueOn: addDays(today, days) })

describe('what is due', () => {
  it('counts by status and by age, to the day', async () => {
    const practice = await createPractice(database.owner)
    for (const days of [-200, -91, -90, -61, -60, -31, -30, -1, 0, 30, 31, 400])
      await duty(practice, dueIn(days))
    const { due } = await overview(await practice.actor('officer'))
    expect(due.all).toEqual({ overdue: 8, 'due-soon': 2, 'on-track': 2 })
    expect(due.byAge).toEqual({ '1-30': 2, '31-60': 2, '61-90': 2, '90+': 2 })
  })

  it('goes by the day of the practice, not of the server', async () => {
    const [hawaii, samoa] = [
      await createPractice(database.owner, 'Pacific/Honolulu'),
      await createPractice(database.owner, 'Pacific/Guam'),
    ]
    for (const practice of [hawaii, samoa]) await duty(practice, dueIn(-1))
    const justAfterMidnight = new Date('2026-11-22T02:00:00Z')
    const at = async (practice: TestPractice) => {
      const officer = await practice.actor('officer')
      return (await atTime(justAfterMidnight, () => overviewDetail(officer))).due.all
    }
    expect(await at(hawaii)).toEqual({ overdue: 0, 'due-soon': 1, 'on-track': 0 })
    expect(await at(samoa)).toEqual({ overdue: 1, 'due-soon': 0, 'on-track': 0 })
  })

  it('counts by kind of duty, the worst first, and leaves out what is closed', async () => {
    const practice = await createPractice(database.owner)
    await duty(practice, dueIn(-5))
    await duty(practice, { ...dueIn(-5), key: 'log-review' })
    await duty(practice, { ...dueIn(-6), key: 'log-review' })
    await duty(practice, { ...dueIn(-7), key: 'log-review', closed: { on: addDays(today, -1), as: 'done' } })
    await duty(practice, { ...dueIn(40), key: 'yearly-review' })
    const { due } = await overview(await practice.actor('officer'))
    expect(due.byKind.map(({ recordKind, key, counts }) => [recordKind, key, counts])).toEqual([
      ['ai-system', 'log-review', { overdue: 2, 'due-soon': 0, 'on-track': 0 }],
      ['ai-system', 'first-review', { overdue: 1, 'due-soon': 0, 'on-track': 0 }],
      ['ai-system', 'yearly-review', { overdue: 0, 'due-soon': 0, 'on-track': 1 }],
    ])
  })

  it('counts a duty of several sites at each, and one of the practice in its own row', async () => {
    const practice = await createPractice(database.owner)
    const { siteA, siteB } = practice
    await duty(practice, { ...dueIn(-5), siteIds: [siteA, siteB] })
    await duty(practice, { ...dueIn(-5), siteIds: [siteA] })
    await duty(practice, dueIn(5))
    const { due } = await overview(await practice.actor('officer'))
    expect(due.bySite.map(({ site, counts }) => [site?.name, counts.overdue, counts['due-soon']])).toEqual([
      ['Downtown', 2, 0],
      ['Northside', 1, 0],
      [undefined, 0, 1],
    ])
    expect(due.all.overdue).toBe(2)
  })

  it('shows a site lead their sites, the practice as a whole and what they own elsewhere', async () => {
    const practice = await createPractice(database.owner)
    const { siteA, siteB } = practice
    const lead = await practice.actor('site-lead', [siteA])
    await duty(practice, { ...dueIn(-5), siteIds: [siteA] })
    await duty(practice, { ...dueIn(-5), siteIds: [siteB] })
    await duty(practice, { ...dueIn(-5), siteIds: [siteB], ownerId: lead.personId })
    await duty(practice, dueIn(-5))
    const { due, history } = await overview(lead)
    expect(due.all.overdue).toBe(3)
    expect(due.byAge['1-30']).toBe(3)
    expect(
      Object.fromEntries(due.bySite.map(({ site, counts }) => [site?.name ?? 'all', counts.overdue])),
    ).toEqual({
      Downtown: 1,
      all: 1,
    })
    expect(history.points.at(-1)?.overdue).toBe(3)
  })

  it('never counts what belongs to another practice', async () => {
    const [practice, other] = [await createPractice(database.owner), await createPractice(database.owner)]
    await duty(other, dueIn(-5))
    await duty(other, { ...dueIn(-5), closed: { on: today, as: 'done' } })
    const { due, history, systems } = await overview(await practice.actor('officer'))
    expect(due.all).toEqual({ overdue: 0, 'due-soon': 0, 'on-track': 0 })
    expect(due.bySite).toEqual([])
    expect(history).toEqual({ points: [], quarterAgo: null, since: null })
    expect(systems.all).toBe(0)
  })
})

describe('overdue over the past year', () => {
  it('counts each duty at the month’s ends at which it was overdue and open', async () => {
    const practice = await createPractice(database.owner)
    const openedOn = day('2025-06-01')
    const year = { openedOn }
    // Due at a month's end is not overdue on that day, and is on the next.
    await duty(practice, { ...year, dueOn: day('2026-01-31'), closed: { on: day('2026-03-15'), as: 'done' } })
    // Closed on a month's end is no longer overdue at its end.
    await duty(practice, { ...year, dueOn: day('2026-02-10'), closed: { on: day('2026-04-30'), as: 'done' } })
    await duty(practice, {
      ...year,
      dueOn: day('2026-02-10'),
      closed: { on: day('2026-05-01'), as: 'cancelled' },
    })
    // Done in time, and opened after it was over: never overdue.
    await duty(practice, { ...year, dueOn: day('2026-06-10'), closed: { on: day('2026-06-10'), as: 'done' } })
    await duty(practice, {
      openedOn: day('2026-08-20'),
      dueOn: day('2026-07-01'),
      closed: { on: day('2026-07-15'), as: 'done' },
    })
    // Entered when it was overdue already: counts from the day it was entered.
    await duty(practice, { openedOn: day('2026-09-15'), dueOn: day('2026-01-01') })
    await duty(practice, { ...year, dueOn: addDays(today, -1) })
    await duty(practice, { ...year, dueOn: today })
    const { history } = await overview(await practice.actor('officer'))
    expect(history.since).toBeNull()
    expect(history.points.map(({ on, overdue }) => `${on} ${overdue}`)).toEqual([
      '2025-11-30 0',
      '2025-12-31 0',
      '2026-01-31 0',
      '2026-02-28 3',
      '2026-03-31 2',
      '2026-04-30 1',
      '2026-05-31 0',
      '2026-06-30 0',
      '2026-07-31 0',
      '2026-08-31 0',
      '2026-09-30 1',
      '2026-10-31 1',
      '2026-11-22 2',
    ])
    expect(history.quarterAgo).toEqual({ on: '2026-09-30', overdue: 1 })
  })

  it('follows a duty whose date was moved by the date it has now', async () => {
    const practice = await createPractice(database.owner)
    const id = await duty(practice, { openedOn: day('2026-01-10'), dueOn: day('2026-02-10') })
    const officer = await practice.actor('officer')
    const overdueAt = async (on: string) =>
      (await overview(officer)).history.points.find((point) => point.on === on)?.overdue
    expect(await overdueAt('2026-02-28')).toBe(1)
    await database.owner.query(`UPDATE "Obligation" SET "dueOn" = '2026-03-10' WHERE id = $1`, [id])
    expect(await overdueAt('2026-02-28')).toBe(0)
    expect(await overdueAt('2026-03-31')).toBe(1)
  })

  it('begins where the records begin and has nothing to compare with before that', async () => {
    const practice = await createPractice(database.owner)
    await duty(practice, { openedOn: day('2026-10-10'), dueOn: day('2026-10-20') })
    const { history } = await overview(await practice.actor('officer'))
    expect(history).toEqual({
      points: [
        { on: '2026-10-31', overdue: 1 },
        { on: '2026-11-22', overdue: 1 },
      ],
      quarterAgo: null,
      since: '2026-10-10',
    })
  })

  it('at the end of last quarter is what the overview compares with, for who sees all and for who sees a site', async () => {
    const practice = await createPractice(database.owner)
    const { siteA, siteB } = practice
    const lead = await practice.actor('site-lead', [siteA])
    const closings = [undefined, '2026-07-15', '2026-09-29', '2026-09-30', '2026-10-01', '2026-11-02']
    for (const dueOn of ['2026-06-10', '2026-09-29', '2026-09-30', '2026-10-20'].map(day))
      for (const openedOn of ['2026-05-01', '2026-09-30', '2026-10-01'].map(day))
        for (const [index, on] of closings.entries())
          await duty(practice, {
            ...{ dueOn, openedOn, siteIds: index % 2 ? [siteA] : [siteB] },
            ...(on ? { closed: { on: day(on), as: 'done' as const } } : {}),
          })
    for (const actor of [await practice.actor('officer'), lead]) {
      const { history } = await overview(actor)
      const then = await read(actor, (tx) => overdueAt(tx, reachOf(actor), day('2026-09-30')))
      expect(then).toBeGreaterThan(2)
      expect(history.quarterAgo).toEqual({ on: '2026-09-30', overdue: then })
    }
  })

  it('agrees with the day’s own count on the last point', async () => {
    const practice = await createPractice(database.owner)
    for (const days of [-120, -31, -1, 0, 1, 90])
      await duty(practice, { ...dueIn(days), openedOn: addDays(today, -200) })
    const { due, history } = await overview(await practice.actor('officer'))
    expect(history.points.at(-1)).toEqual({ on: today, overdue: due.all.overdue })
  })
})
