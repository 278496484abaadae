import { afterAll, expect, it, vi } from 'vitest'
import { addDays, dateOf } from '#lib/base/days'
import { todayFor } from '#lib/kernel/today'
import { atTime } from '#lib/platform/clock'
import { isMailSetUp } from '#lib/platform/mail'
import { hashToken } from '#lib/platform/session'
import { changeDates } from '#lib/questionnaires/commands'
import { tokenOf } from '#lib/questionnaires/links'
import { sentences } from '#lib/testing/accounts'
import { valueOf } from '#lib/testing/practice'
import {
  answerAll,
  practiceWithQuestionnaire,
  questionnaireDetail,
  seenBy,
} from '#lib/testing/questionnaires'
import { useTestDatabase } from '#lib/testing/test-database'
import { remindVendors } from './remind-vendors.ts'

vi.mock('#lib/platform/mail', async (load) => ({
  ...(await load<object>()),
  isMailSetUp: vi.fn<() => boolean>(() => true),
}))
const database = useTestDatabase()
afterAll(() => vi.restoreAllMocks())

it('reminds once for each step, however many workers look, with the address that was given out', async () => {
  const { officer, id, token } = await practiceWithQuestionnaire(database.owner)
  const { answerBy } = await questionnaireDetail(officer, id)
  const { rows } = await database.owner.query<{ id: string; tokenHash: string }>(
    'SELECT id, "tokenHash" FROM "QuestionnaireLink" WHERE "questionnaireId" = $1',
    [id],
  )
  expect(tokenOf(rows[0]?.id ?? '')).toBe(token)
  expect(hashToken(token)).toBe(rows[0]?.tokenHash)

  // 16:00 UTC is 10 in the morning in Chicago.
  const on = (ago: number, hour = 16) =>
    atTime(new Date(dateOf(addDays(answerBy, -ago)).getTime() + hour * 3_600_000), remindVendors)
  expect(await on(15)).toBe(0)
  expect(await on(14, 6)).toBe(0)
  const both = await Promise.all([on(14), on(14)])
  expect(both.toSorted((a, b) => a - b)).toEqual([0, 1])
  expect(await on(13)).toBe(0)
  expect(await on(7)).toBe(1)
  expect(await on(-7)).toBe(1)
  expect(await on(-8)).toBe(0)

  const linkUntil = addDays(todayFor(officer), 100)
  const moved = { ...(await seenBy(officer, id)), answerBy: addDays(answerBy, 30), linkUntil }
  valueOf(await changeDates(officer, moved))
  expect(await on(-23)).toBe(1)
  await answerAll(officer, { id, token })
  expect(await on(-29)).toBe(0)
  const said = (await sentences(database.owner, officer.practiceId)).filter((one) =>
    one.startsWith('Reminded'),
  )
  expect(said).toEqual(Array(4).fill('Reminded Dana Ellis by mail'))
  vi.mocked(isMailSetUp).mockReturnValueOnce(false)
  expect(await on(-29)).toBe(0)
})
