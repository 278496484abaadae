import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { SearchParams } from '#lib/kernel/table'
import { atTime } from '#lib/platform/clock'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { overviewDetail } from './detail.ts'
import { dueListPage } from './due-list.ts'
import { practiceWide } from './due-table.ts'

const database = useTestDatabase()
const today = day('2026-11-22')
const noon = new Date('2026-11-22T18:00:00Z')
const listOf = (actor: Actor, params: SearchParams = {}) => atTime(noon, () => dueListPage(actor, params))

interface Made {
  dueOn: Day
  key?: string
  siteIds?: string[]
  owner?: Actor
  openedOn?: Day
  closedOn?: Day
}

async function duty(
  practice: TestPractice,
  { dueOn, key = 'first-review', siteIds = [], owner, openedOn, closedOn }: Made,
) {
  await database.owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn",
       harm, "siteIds", "ownerId", state, "openedOn", "closedOn")
     VALUES ($1, $2, 'ai-system', $1, 'AI-001 Scribe', $3, 'Review it', $4, $5, 2, $6, $7, $8, $4, $9)`,
    [
      randomUUID(),
      practice.id,
      key,
      openedOn ?? addDays(today, -300),
      dueOn,
      siteIds,
      owner?.personId ?? null,
      closedOn ? 'done' : 'open',
      closedOn ?? null,
    ],
  )
}

it('shows as many rows behind a mark as the mark counts, for every mark of the overview', async () => {
  const practice = await createPractice(database.owner)
  const { siteA, siteB } = practice
  const officer = await practice.actor('officer')
  const lead = await practice.actor('site-lead', [siteA])
  const sites = [[], [siteA], [siteB], [siteA, siteB]]
  const keys = ['first-review', 'yearly-review', 'data-review', 'log-review']
  const ages = [-250, -91, -90, -61, -60, -31, -30, -1, 0, 30, 31, 300]
  for (const [index, age] of ages.entries()) {
    const made = {
      dueOn: addDays(today, age),
      key: keys[index % 4] ?? '',
      siteIds: sites[(index * 7) % 4] ?? [],
    }
    await duty(practice, { ...made, owner: index % 5 === 0 ? lead : officer })
    await duty(practice, { ...made, openedOn: addDays(today, -400), closedOn: addDays(today, -index * 20) })
  }
  for (const actor of [officer, lead]) {
    const { due, history } = await atTime(noon, () => overviewDetail(actor))
    const total = async (params: SearchParams) => (await listOf(actor, params)).total
    for (const [status, counted] of Object.entries(due.all))
      expect(await total({ due: status })).toBe(counted)
    for (const [age, counted] of Object.entries(due.byAge))
      expect([age, await total({ age })]).toEqual([age, counted])
    for (const { key, counts } of due.byKind)
      for (const [status, counted] of Object.entries(counts))
        expect(await total({ duty: `ai-system.${key}`, due: status })).toBe(counted)
    for (const { site, counts } of due.bySite)
      for (const [status, counted] of Object.entries(counts))
        expect([site?.name, await total({ sites: site?.id ?? practiceWide, due: status })]).toEqual([
          site?.name,
          counted,
        ])
    for (const { on, overdue } of history.points.slice(0, -1))
      expect([on, await total({ due: 'overdue', on })]).toEqual([on, overdue])
    expect(history.points.length).toBeGreaterThan(10)
  }
})

it('lists what is open with who and where, and what is closed on demand', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  await duty(practice, {
    dueOn: addDays(today, -3),
    owner: officer,
    siteIds: [practice.siteB, practice.siteA],
  })
  await duty(practice, { dueOn: addDays(today, -9), closedOn: addDays(today, -2) })
  const open = await listOf(officer)
  expect(open.rows).toMatchObject([
    { dueOn: '2026-11-19', ownerName: officer.name, sites: ['Northside', 'Downtown'] },
  ])
  expect([open.total, open.all]).toEqual([1, 1])
  const closed = await listOf(officer, { archived: 'yes' })
  expect(closed.rows).toMatchObject([{ dueOn: '2026-11-13', state: 'done', closedOn: '2026-11-20' }])
  expect(closed.state.columns).toContain('closedOn')
})

it('looks back only to the days that the overview names', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  await duty(practice, { dueOn: addDays(today, -60), closedOn: addDays(today, -2) })
  expect(await listOf(officer, { on: '2026-10-31' })).toMatchObject({
    total: 1,
    day: '2026-10-31',
    isPast: true,
  })
  expect(await listOf(officer, { on: '2026-10-30' })).toMatchObject({ total: 0, day: today, isPast: false })
})

it('shows staff their own duties and nothing of another practice', async () => {
  const [practice, other] = [await createPractice(database.owner), await createPractice(database.owner)]
  const staff = await practice.actor('staff')
  await duty(practice, { dueOn: today })
  await duty(practice, { dueOn: today, owner: staff })
  expect((await listOf(staff)).total).toBe(1)
  expect((await listOf(await other.actor('officer'))).total).toBe(0)
})
