import { expect, it } from 'vitest'
import { day } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import { useTestDatabase } from '#lib/testing/test-database'
import { createDemoPractice, demoExists } from './demo-practice.ts'

const database = useTestDatabase()

it('makes a believable practice, with duties in every state and a past in the audit trail', async () => {
  expect(await demoExists()).toBe(false)
  const signIns = await createDemoPractice(new Date('2026-11-22T12:00:00Z'))
  expect(await demoExists()).toBe(true)
  expect(signIns).toHaveLength(3)
  expect(new Set(signIns.map((signIn) => signIn.password)).size).toBe(3)
  const count = async (sql: string) =>
    Number((await database.owner.query<{ count: string }>(`SELECT count(*) FROM ${sql}`)).rows[0]?.count)
  expect(await count('"Site"')).toBe(3)
  expect(await count('"Person"')).toBe(40)
  expect(await count('"AiSystem"')).toBeGreaterThanOrEqual(15)
  const { rows } = await database.owner.query<{ state: string; due: string }>(
    `SELECT "state", "dueOn"::text AS due FROM "Obligation"`,
  )
  const seen = new Set(
    rows.map((row) => (row.state === 'open' ? dueStatus(day(row.due), day('2026-11-22')) : row.state)),
  )
  expect([...seen].sort()).toEqual(['cancelled', 'done', 'due-soon', 'on-track', 'overdue'])
  const stages = await database.owner.query<{ stage: string }>('SELECT DISTINCT "stage" FROM "AiSystem"')
  expect(stages.rows.map((row) => row.stage).sort()).toEqual([
    'approved',
    'in-review',
    'in-use',
    'proposed',
    'retired',
    'suspended',
    'suspended-pending',
  ])
  expect(await count(`"AuditEvent" WHERE "at" < '2025-11-22'`)).toBeGreaterThan(20)
  expect(await count(`"AuditEvent" WHERE "at" > '2026-11-22T23:59:59Z'`)).toBe(0)
  expect(await count(`"Obligation" WHERE "snoozedUntil" > '2026-11-22'`)).toBe(1)
  expect(await count('"QuietDay"')).toBe(1)
  expect(await count('"PaperSheet"')).toBe(2)
  expect(await count(`"Attestation" WHERE method = 'paper'`)).toBe(2)
  expect(await count(`"AssignmentStep" WHERE kind IN ('extended', 'excused')`)).toBe(2)
  expect(await count('"Kiosk" WHERE "endedAt" IS NULL')).toBe(1)
  // Nothing of it looks as if somebody had changed rows past the application.
  expect(await count('"RowChange" WHERE "correlationId" IS NULL')).toBe(0)
})
