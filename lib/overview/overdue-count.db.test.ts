import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { dueListPage } from './due-list.ts'
import { countOverdue } from './overdue-count.ts'

const database = useTestDatabase()

async function duty(practice: TestPractice, dueIn: number, siteIds: readonly string[], ownerId?: string) {
  await database.owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm, "siteIds", "ownerId", "openedOn")
     VALUES ($1, $2, 'ai-system', $1, 'AI-001 Scribe', 'first-review', 'Review it', current_date - 90, current_date + $3::int, 2, $4, $5, current_date - 90)`,
    [randomUUID(), practice.id, dueIn, siteIds, ownerId ?? null],
  )
}

it('counts what is overdue within view, as many as the list behind the number shows', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const lead = await practice.actor('site-lead', [practice.siteA])
  const staff = await practice.actor('staff', [practice.siteA])
  await duty(practice, -9, [practice.siteA])
  await duty(practice, -9, [practice.siteB])
  await duty(practice, -9, [], staff.personId)
  await duty(practice, 9, [practice.siteA])
  for (const [actor, number] of [
    [officer, 3],
    [lead, 2],
    [staff, 1],
  ] as const) {
    expect(await countOverdue(actor)).toBe(number)
    expect((await dueListPage(actor, { due: 'overdue' })).total).toBe(number)
  }
  const stranger = await (await createPractice(database.owner)).actor('officer')
  expect(await countOverdue(stranger)).toBe(0)
})
