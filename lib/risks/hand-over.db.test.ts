import { expect, it } from 'vitest'
import { addDays } from '#lib/base/days'
import { planLeave, recordLeave } from '#lib/flows/hand-over-leaver'
import { todayFor } from '#lib/kernel/today'
import { createPractice, valueOf } from '#lib/testing/practice'
import { riskDetail, riskFacts } from '#lib/testing/risks'
import { useTestDatabase } from '#lib/testing/test-database'
import { saveAction } from './action-commands.ts'
import { createRisk } from './commands.ts'

const database = useTestDatabase()

it('whoever leaves passes on the risks they own and the actions they have still to do', async () => {
  const practice = await createPractice(database.owner)
  const officer = await practice.actor('officer')
  const [leaver, next] = [await practice.actor('staff'), await practice.actor('staff')]
  const add = async (ownerId: string) => valueOf(await createRisk(officer, { ...riskFacts, ownerId })).id
  const [owned, helped] = [await add(leaver.personId), await add(officer.personId)]
  const action = { partId: '', title: 'Ask the vendor', ownerId: leaver.personId }
  const dueOn = addDays(todayFor(officer), 10)
  valueOf(await saveAction(officer, { ...action, dueOn, id: helped, version: 1 }))
  expect(await planLeave(officer, leaver.personId)).toMatchObject({
    looksAfter: [{ one: 'risk', number: 2 }],
    needsSuccessor: true,
  })
  valueOf(
    await recordLeave(officer, {
      ...{ id: leaver.personId, version: 1, lastDay: todayFor(officer), reason: 'Moved away' },
      successorId: next.personId,
    }),
  )
  expect(await riskDetail(officer, owned)).toMatchObject({ ownerId: next.personId })
  expect((await riskDetail(officer, helped)).steps).toMatchObject([{ ownerId: next.personId }])
  const { rows } = await database.owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Obligation" WHERE "recordKind" = 'risk' AND state = 'open' AND "ownerId" = $1`,
    [next.personId],
  )
  expect(rows[0]?.n).toBe(3)
})
