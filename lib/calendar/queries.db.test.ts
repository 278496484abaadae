import { expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { addDuty, type DutyFacts } from '#lib/testing/calendar'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { daysOfMonth } from './month.ts'
import { listPage, stretchPage, weekSheet } from './queries.ts'
import { parseCalendar } from './view.ts'

const database = useTestDatabase()
const today = day('2026-11-22')
const duty = (practice: TestPractice, facts: DutyFacts) => addDuty(database.owner, practice, facts)

const filters = (address = '') =>
  parseCalendar(Object.fromEntries(new URLSearchParams(address)), today, ['ai-system', 'vendor'])

const month = (actor: Actor, address = '', perDay = 3) => {
  const view = filters(address)
  const stretch = daysOfMonth(view.month)
  return stretchPage(actor, stretch, view, { perDay, today, lastOverdue: addDays(stretch.first, -1) })
}
const titles = async (found: Promise<{ rows: { title: string }[] }>) =>
  (await found).rows.map(({ title }) => title)

it('a month shows the gravest of each day, and how many there are', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  for (const [index, harm] of [1, 3, 2, 3, 1].entries())
    await duty(practice, { title: `n${index} harm ${harm}`, dueOn: today, harm })
  await duty(practice, { title: 'first', dueOn: day('2026-11-01') })
  await duty(practice, { title: 'last', dueOn: day('2026-11-30') })
  await duty(practice, { title: 'before', dueOn: day('2026-10-31') })
  await duty(practice, { title: 'after', dueOn: day('2026-12-01') })
  await duty(practice, { title: 'not needed', dueOn: today, state: 'cancelled' })
  const page = await month(officer)
  expect(page.rows.map(({ dueOn, harm, total }) => [dueOn, harm, total])).toEqual([
    ['2026-11-01', 2, 1],
    ['2026-11-22', 3, 5],
    ['2026-11-22', 3, 5],
    ['2026-11-22', 2, 5],
    ['2026-11-30', 2, 1],
  ])
  expect(page.overdueBefore).toBe(1)
  const day_ = await listPage(officer, { from: today, until: today }, filters(), { page: 2, size: 2 })
  expect([day_.rows.length, day_.total, day_.rows[0]?.harm]).toEqual([2, 5, 2])
  const behind = await listPage(officer, { from: today, until: today }, filters(), { page: 9, size: 2 })
  expect([behind.page, behind.rows.length, behind.total]).toEqual([1, 2, 5])
  const older = { from: null, until: day('2026-10-31') }
  expect(await titles(listPage(officer, older, filters(), { page: 1, size: 50 }))).toEqual(['before'])
})

it('what is done stands there on demand, after what is open, and is not overdue', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  await duty(practice, { title: 'done', dueOn: today, harm: 3, state: 'done' })
  await duty(practice, { title: 'open', dueOn: today, harm: 1 })
  await duty(practice, { title: 'done before', dueOn: day('2026-10-01'), state: 'done' })
  expect(await titles(month(officer))).toEqual(['open'])
  expect(await titles(month(officer, 'done=yes'))).toEqual(['open', 'done'])
  expect((await month(officer, 'done=yes')).overdueBefore).toBe(0)
})

it('a month that is over has nothing from before: what was due in it stands in it', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  await duty(practice, { title: 'older', dueOn: day('2026-08-01') })
  await duty(practice, { title: 'old', dueOn: day('2026-09-10') })
  const page = await month(officer, 'month=2026-09')
  expect([page.rows.length, page.overdueBefore]).toEqual([1, 0])
})

it('a month is narrowed by person as owner or backup, by site and by kind of record', async () => {
  const practice = await createPractice(database.owner)
  const { siteA, siteB } = practice
  const officer = await practice.actor('officer')
  const [ana, ben] = [await practice.actor('staff'), await practice.actor('staff')]
  await duty(practice, { title: 'ana owns', dueOn: today, owner: ana, siteIds: [siteA], harm: 3 })
  await duty(practice, { title: 'ana backs', dueOn: today, owner: ben, backup: ana, siteIds: [siteB] })
  await duty(practice, { title: 'nobody', dueOn: today, kind: 'vendor', harm: 1 })
  const seen = (address: string) => titles(month(officer, address))
  expect(await seen(`person=${ana.personId}`)).toEqual(['ana owns', 'ana backs'])
  expect(await seen(`person=${ben.personId}`)).toEqual(['ana backs'])
  expect(await seen('person=none')).toEqual(['nobody'])
  expect(await seen('person=me')).toEqual([])
  expect(await titles(month(ben, 'person=me'))).toEqual(['ana backs'])
  expect(await seen(`site=${siteA}`)).toEqual(['ana owns'])
  expect(await seen('site=practice')).toEqual(['nobody'])
  expect(await seen('kind=vendor')).toEqual(['nobody'])
  expect(await seen(`kind=ai-system&site=${siteB}&person=${ana.personId}`)).toEqual(['ana backs'])
  const { people, sites } = await month(officer, 'kind=vendor')
  expect(people.map(({ value }) => value).sort()).toEqual([ana.personId, ben.personId].sort())
  expect(sites.map(({ label }) => label)).toEqual(['Downtown', 'Northside'])
})

it('everybody sees their own and what they answer for, in month, list and week sheet alike', async () => {
  const [practice, other] = [await createPractice(database.owner), await createPractice(database.owner)]
  const { siteA, siteB } = practice
  const staff = await practice.actor('staff', [siteA])
  await duty(practice, { title: 'at A', dueOn: today, siteIds: [siteA] })
  await duty(practice, { title: 'at B', dueOn: today, siteIds: [siteB] })
  await duty(practice, { title: 'whole', dueOn: today })
  await duty(practice, { title: 'own', dueOn: today, siteIds: [siteB], owner: staff })
  await duty(practice, { title: 'backed', dueOn: today, siteIds: [siteB], backup: staff })
  await duty(other, { title: 'elsewhere', dueOn: today })
  const everything = ['at A', 'at B', 'backed', 'own', 'whole']
  const views: [Actor, string[]][] = [
    [await practice.actor('auditor'), everything],
    [await practice.actor('site-lead', [siteA]), ['at A', 'whole']],
    [await practice.actor('site-lead', [siteB]), ['at B', 'backed', 'own', 'whole']],
    [staff, ['backed', 'own']],
    [await practice.actor(null), []],
    [await other.actor('officer'), ['elsewhere']],
  ]
  for (const [actor, expected] of views) {
    const all = { page: 1, size: 50 }
    const shown = await Promise.all([
      titles(month(actor, '', 50)),
      titles(listPage(actor, { from: today, until: today }, filters(), all)),
      titles(weekSheet(actor, today, filters(), { perPerson: 50, most: 50 })),
    ])
    for (const one of shown) expect(one.toSorted(), actor.name).toEqual(expected)
  }
  const { people, sites } = await month(staff)
  expect([people, sites]).toEqual([[], []])
  const filtered = await titles(month(staff, `person=none&site=${siteA}`))
  expect(filtered).toEqual([])
})

it('the week sheet stands by owner, with what is overdue, and says what it leaves out', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const ana = await practice.actor('staff')
  await duty(practice, { title: 'unowned', dueOn: today })
  for (let number = 0; number < 4; number += 1)
    await duty(practice, { title: `ana ${number}`, dueOn: addDays(today, -number), owner: ana })
  await duty(practice, { title: 'next week', dueOn: addDays(today, 7), owner: ana })
  const sheet = await weekSheet(officer, addDays(today, 6), filters(), { perPerson: 3, most: 50 })
  expect(sheet.rows.map(({ title, total }) => [title, total])).toEqual([
    ['ana 3', 4],
    ['ana 2', 4],
    ['ana 1', 4],
    ['unowned', 1],
  ])
  expect(sheet.total).toBe(5)
  const short = await weekSheet(officer, addDays(today, 6), filters(), { perPerson: 3, most: 2 })
  expect([short.rows.map(({ ownerName }) => ownerName), short.total]).toEqual([[ana.name, ana.name], 5])
})
