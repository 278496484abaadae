import { expect, test } from 'vitest'
import { minutesAfterNoon, NOON } from '#lib/testing/accounts'
import { useTestDatabase } from '#lib/testing/test-database'
import { purgeRateLimits, returnAttempt, takeAttempt } from './rate-limit.ts'

const database = useTestDatabase()
const rule = { name: 'test', limit: 3, windowSeconds: 600 }

test('the limit holds within a window and the next window begins fresh', async () => {
  const take = (minutes: number) => takeAttempt(rule, 'window', minutesAfterNoon(minutes))
  expect([await take(0), await take(1), await take(2), await take(3), await take(9.9)]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect([await take(10), await take(11), await take(12), await take(13)]).toEqual([true, true, true, false])
})

test('of many attempts at the same moment only as many as the limit pass', async () => {
  const all = await Promise.all(Array.from({ length: 25 }, () => takeAttempt(rule, 'burst', NOON)))
  expect(all.filter(Boolean)).toHaveLength(3)
})

test('subjects and rules are counted apart', async () => {
  for (let i = 0; i < 4; i += 1) await takeAttempt(rule, 'apart', NOON)
  expect(await takeAttempt(rule, 'apart', NOON)).toBe(false)
  expect(await takeAttempt(rule, 'another', NOON)).toBe(true)
  expect(await takeAttempt({ ...rule, name: 'another rule' }, 'apart', NOON)).toBe(true)
})

test('an attempt given back can be made again', async () => {
  for (let i = 0; i < 3; i += 1) await takeAttempt(rule, 'back', NOON)
  await returnAttempt(rule, 'back')
  expect(await takeAttempt(rule, 'back', NOON)).toBe(true)
  expect(await takeAttempt(rule, 'back', NOON)).toBe(false)
  await returnAttempt(rule, 'never seen')
})

test('the table names nobody, and old counters are purged', async () => {
  await takeAttempt(rule, 'dana@riverbend.example', NOON)
  await takeAttempt(rule, 'recent', minutesAfterNoon(120))
  const keys = async () =>
    (await database.owner.query<{ key: string }>('SELECT key FROM "RateLimit"')).rows.map((row) => row.key)
  expect((await keys()).join()).not.toMatch(/dana|riverbend|test/)
  const before = (await keys()).length
  expect(await purgeRateLimits(minutesAfterNoon(60))).toBe(before - 1)
  expect(await keys()).toHaveLength(1)
})
