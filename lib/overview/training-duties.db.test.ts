import { expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { read } from '#lib/platform/db'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { practiceWithCampaign } from '#lib/testing/training'
import { extendBy } from '#lib/testing/training-people'
import { countByPerson, countDuties } from './due-counts.ts'
import { dueListPage } from './due-list.ts'
import { countOverdue } from './overdue-count.ts'
import { overviewFor } from './overview.ts'
import { reachOf } from './reach.ts'

const database = useTestDatabase()

it('training that others are late with is counted as training, and among duties only for themselves', async () => {
  const { officer, nurse, assignmentId } = await practiceWithCampaign(database.owner)
  valueOf(await extendBy(database.owner, officer, assignmentId, 60))
  const yesterday = addDays(todayFor(officer), -1)
  for (const table of ['Obligation', 'Assignment'])
    await database.owner.query(
      `UPDATE "${table}" SET "dueOn" = $2 WHERE "${table === 'Obligation' ? 'recordId' : 'id'}" = $1`,
      [assignmentId, yesterday],
    )
  expect(await countOverdue(officer)).toBe(0)
  expect((await dueListPage(officer, { due: 'overdue' })).total).toBe(0)
  const [own, people] = await read(officer, async (tx) => [
    (await countDuties(tx, reachOf(officer), todayFor(officer))).all.overdue,
    (await countByPerson(tx, reachOf(officer), todayFor(officer), 5)).rows,
  ])
  expect([own, people]).toEqual([0, []])
  const { postures } = await overviewFor(officer)
  expect(postures.find(({ key }) => key === 'training')).toMatchObject({
    state: 'attention',
    sentence: [{ text: '0 of 2 people have signed all that is open' }, { text: '1 is late' }],
  })
  expect(await countOverdue(nurse)).toBe(1)
})
