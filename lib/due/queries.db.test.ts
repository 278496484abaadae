import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { visibleDuties } from '#lib/kernel/due-scope'
import { atTime } from '#lib/platform/clock'
import { read } from '#lib/platform/db'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { myWork } from './queries.ts'

const database = useTestDatabase()
const today = day('2026-11-22')
const workOf = (actor: Actor) => atTime(new Date('2026-11-22T18:00:00Z'), () => myWork(actor))

interface Made {
  title: string
  due: number
  owner?: Actor | null
  backup?: Actor
  harm?: number
  siteIds?: string[]
  state?: 'open' | 'done'
}

async function duty(
  practice: TestPractice,
  { title, due, owner, backup, harm = 2, siteIds = [], state = 'open' }: Made,
) {
  await database.owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn",
       harm, "siteIds", "ownerId", "backupId", state, "openedOn", "closedOn")
     VALUES ($1, $2, 'ai-system', $1, 'AI-001 Scribe', 'review', $3, $4, $4, $5, $6, $7, $8, $9, $4, $10)`,
    [
      randomUUID(),
      practice.id,
      title,
      addDays(today, due),
      harm,
      siteIds,
      owner?.personId ?? null,
      backup?.personId ?? null,
      state,
      state === 'open' ? null : today,
    ],
  )
}

const titles = (work: Awaited<ReturnType<typeof workOf>>) =>
  Object.fromEntries(
    Object.entries(work.groups).map(([status, { rows }]) => [
      status,
      rows.map(({ title, part }) => `${title} ${part}`),
    ]),
  )

it('my work is what I own and what I back up, the gravest first, and nothing of others', async () => {
  const practice = await createPractice(database.owner)
  const [me, other] = [await practice.actor('staff'), await practice.actor('staff')]
  await duty(practice, { title: 'small', due: -40, owner: me, harm: 1 })
  await duty(practice, { title: 'newer', due: -1, owner: me, harm: 3 })
  await duty(practice, { title: 'older', due: -9, owner: me, harm: 3 })
  await duty(practice, { title: 'today', due: 0, owner: me })
  await duty(practice, { title: 'soon', due: 30, owner: other, backup: me })
  await duty(practice, { title: 'later', due: 31, owner: me })
  await duty(practice, { title: 'theirs', due: -5, owner: other })
  await duty(practice, { title: 'nobody', due: -5 })
  await duty(practice, { title: 'done', due: -5, owner: me, state: 'done' })
  const work = await workOf(me)
  expect(titles(work)).toEqual({
    overdue: ['older own', 'newer own', 'small own'],
    'due-soon': ['today own', 'soon backup'],
    'on-track': ['later own'],
  })
  expect(work.parts).toEqual({ own: 4, backup: 1, unowned: 0 })
  expect(work.groups['due-soon'].rows[1]?.ownerName).toBe(other.name)
})

it('what nobody owns falls to those who keep the whole practice, after their own of the same harm', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  await duty(practice, { title: 'nobody', due: -50, harm: 2 })
  await duty(practice, { title: 'grave', due: -5, harm: 3 })
  await duty(practice, { title: 'mine', due: -5, owner: officer, harm: 2 })
  expect(titles(await workOf(officer)).overdue).toEqual(['grave unowned', 'mine own', 'nobody unowned'])
  for (const role of ['owner', 'auditor', 'it', 'staff', 'site-lead'] as const)
    expect(titles(await workOf(await practice.actor(role))).overdue).toEqual([])
  expect(titles(await workOf(await practice.actor('officer', [practice.siteA]))).overdue).toEqual([])
})

it('a long list is cut and says how much there is', async () => {
  const practice = await createPractice(database.owner)
  const me = await practice.actor('staff')
  for (let number = 0; number < 53; number += 1)
    await duty(practice, { title: `n${number}`, due: -number - 1, owner: me })
  const { overdue } = (await workOf(me)).groups
  expect([overdue.rows.length, overdue.total]).toEqual([15, 53])
  expect(overdue.rows[0]?.title).toBe('n52')
})

it('nothing comes from another practice', async () => {
  const [practice, other] = [await createPractice(database.owner), await createPractice(database.owner)]
  await duty(other, { title: 'theirs', due: -5 })
  expect(titles(await workOf(await practice.actor('officer'))).overdue).toEqual([])
})

it('duties are seen by their owner and backup, and by readers of their site', async () => {
  const practice = await createPractice(database.owner)
  const { siteA, siteB } = practice
  const staff = await practice.actor('staff')
  await duty(practice, { title: 'A', due: 1, siteIds: [siteA] })
  await duty(practice, { title: 'B', due: 1, siteIds: [siteB] })
  await duty(practice, { title: 'whole', due: 1 })
  await duty(practice, { title: 'own', due: 1, siteIds: [siteB], owner: staff })
  await duty(practice, { title: 'backed', due: 1, siteIds: [siteB], backup: staff })
  const seen = async (actor: Actor) =>
    (
      await read(actor, (tx) =>
        tx.obligation.findMany({ where: visibleDuties(actor), select: { title: true } }),
      )
    )
      .map(({ title }) => title)
      .sort()
  expect(await seen(staff)).toEqual(['backed', 'own'])
  expect(await seen(await practice.actor('site-lead', [siteA]))).toEqual(['A', 'whole'])
  expect(await seen(await practice.actor('auditor'))).toEqual(['A', 'B', 'backed', 'own', 'whole'])
  expect(await seen(await practice.actor(null))).toEqual([])
})
