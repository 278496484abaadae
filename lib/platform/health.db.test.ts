import { expect, test } from 'vitest'
import { createPractice } from '#lib/testing/practice'
import { useMailServer } from '#lib/testing/smtp'
import { useTestDatabase } from '#lib/testing/test-database'
import { checkHealth } from './health.ts'

const database = useTestDatabase()
const noon = new Date('2026-03-02T18:00:00Z')
const heard = (secondsAgo: number) =>
  database.owner.query(
    `INSERT INTO "WorkerHeartbeat" VALUES ('worker', $1) ON CONFLICT (worker) DO UPDATE SET at = EXCLUDED.at`,
    [new Date(noon.getTime() - secondsAgo * 1000)],
  )

test('an installation is ready when database, migrations and worker are as they should be', async () => {
  await heard(20)
  expect(await checkHealth(noon)).toMatchObject({
    ready: true,
    database: 'ok',
    migrations: 'ok',
    worker: 'ok',
    workerAgeSeconds: 20,
  })
})

test('a worker that was never heard of, or not for minutes, is late', async () => {
  await database.owner.query('DELETE FROM "WorkerHeartbeat"')
  expect(await checkHealth(noon)).toMatchObject({ ready: false, worker: 'late', workerAgeSeconds: null })
  await heard(600)
  expect(await checkHealth(noon)).toMatchObject({ ready: false, worker: 'late', workerAgeSeconds: 600 })
})

test('mail is off, well or failing, which does not keep people from working', async () => {
  await heard(20)
  expect(await checkHealth(noon)).toMatchObject({ ready: true, mail: 'off' })
  useMailServer('smtp://mail.example.org')
  expect(await checkHealth(noon)).toMatchObject({ ready: true, mail: 'ok' })
  const { id } = await createPractice(database.owner)
  await database.owner.query(
    `INSERT INTO "OutgoingMail" (id, "practiceId", key, "toAddress", "toName", subject, body, state, "queuedAt", "nextTryAt", "endedAt")
     VALUES (gen_random_uuid(), $1, 'x', 'a@example.org', 'A', 's', 'b', 'refused', $2, $2, $2)`,
    [id, noon],
  )
  const health = await checkHealth(noon)
  expect(health).toMatchObject({ ready: true, mail: 'failing' })
  expect(JSON.stringify(health)).not.toContain('example.org')
  useMailServer(null)
})

test('a migration that is not applied, or failed half-way, is pending', async () => {
  await heard(0)
  await database.owner.query('UPDATE _prisma_migrations SET finished_at = NULL')
  expect(await checkHealth(noon)).toMatchObject({ ready: false, database: 'ok', migrations: 'pending' })
  await database.owner.query('UPDATE _prisma_migrations SET finished_at = now()')
  expect(await checkHealth(noon)).toMatchObject({ ready: true })
})

test('what is wrong with the database is told to the log only', async () => {
  await database.owner.query('ALTER TABLE "WorkerHeartbeat" RENAME TO "Elsewhere"')
  const health = await checkHealth(noon)
  expect(health).toMatchObject({
    ready: false,
    database: 'unreachable',
    errorId: expect.stringMatching(/^[0-9A-F]{10}$/) as unknown,
  })
  expect(JSON.stringify(health)).not.toMatch(/WorkerHeartbeat|postgres/i)
})
