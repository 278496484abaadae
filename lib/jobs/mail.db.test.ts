import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayIn } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { createPractice, type TestPractice } from '#lib/testing/practice'
import { insertDuty, stepRows } from '#lib/testing/reminders'
import { type MailServerForTests, sender, startMailServer } from '#lib/testing/smtp'
import { useTestDatabase } from '#lib/testing/test-database'
import { endWorker, letSilenceBeNoticed, startWorker, until } from '#lib/testing/worker'

const database = useTestDatabase()
const workers: ChildProcess[] = []
let server: MailServerForTests
let practice: TestPractice
let nurse: Actor

beforeEach(async () => {
  server = await startMailServer()
  practice = await createPractice(database.owner)
  nurse = await practice.actor('staff')
  // Its hour has come, whenever the test runs.
  await database.owner.query(
    `UPDATE "Practice" SET "reminderHour" = 0, "quietWeekdays" = '{}' WHERE id = $1`,
    [practice.id],
  )
  const dueOn = addDays(dayIn('America/Chicago', now()), 30)
  await insertDuty(database.owner, practice.id, { dueOn, ownerId: nurse.personId })
})
afterEach(async () => {
  for (const worker of workers.splice(0)) await endWorker(worker, 'SIGKILL')
  await server.close()
})

const worker = () =>
  startWorker({ DATABASE_URL: database.appUrl, SMTP_URL: server.url, MAIL_FROM: sender }, workers)

async function mail(): Promise<{ state: string; attempts: number; handedOver: boolean } | undefined> {
  const { rows } = await database.owner.query<{ state: string; attempts: number; handedOver: boolean }>(
    `SELECT state, attempts, "handedOverAt" IS NOT NULL AS "handedOver" FROM "OutgoingMail" WHERE "practiceId" = $1`,
    [practice.id],
  )
  expect(rows.length).toBeLessThan(2)
  return rows[0]
}

/** The time passes after which nobody believes in a dead worker any more. */
async function letLeasesEnd(): Promise<void> {
  await database.owner.query(
    `UPDATE "OutgoingMail" SET "leaseUntil" = now() - interval '1 minute' WHERE state = 'sending' AND "practiceId" = $1`,
    [practice.id],
  )
  await letSilenceBeNoticed(database.owner)
}

const never = () => new Promise<null>(() => undefined)

describe('reminders sent by real workers', () => {
  it('arrive once although two workers run and one is killed between claim and send', async () => {
    server.onRecipient = never
    const first = await worker()
    await until('a worker stands before the mail server', () => server.asked === 1)
    await worker()
    await endWorker(first, 'SIGKILL')
    expect(await mail()).toEqual({ state: 'sending', attempts: 1, handedOver: false })

    server.onRecipient = () => Promise.resolve(null)
    await letLeasesEnd()
    await until('it arrived', async () => (await mail())?.state === 'sent')
    await pause(3_000)
    expect(server.taken).toHaveLength(1)
    expect(server.taken[0]).toMatchObject({
      to: [{ address: nurse.email }],
      subject: `1 coming up at ${practice.name}`,
    })
    expect(await mail()).toMatchObject({ attempts: 2 })
    expect(await stepRows(database.owner, practice.id)).toMatchObject([{ step: -30, state: 'sent' }])
  }, 120_000)

  it('are not repeated when a worker is killed while the content is on its way: nobody can know whether it arrived', async () => {
    server.onContent = never
    const first = await worker()
    await until('the content is on its way', async () => (await mail())?.handedOver === true)
    await worker()
    await endWorker(first, 'SIGKILL')
    server.onContent = () => Promise.resolve(null)
    await letLeasesEnd()
    await until('it is given up', async () => (await mail())?.state === 'unknown')
    await pause(3_000)
    expect(server.taken).toEqual([])
    expect(await mail()).toMatchObject({ state: 'unknown', attempts: 1 })
  }, 120_000)

  it('are sent once by two workers that start together', async () => {
    await Promise.all([worker(), worker()])
    await until('it arrived', async () => (await mail())?.state === 'sent')
    await pause(1_000)
    expect(server.taken).toHaveLength(1)
  }, 120_000)
})
