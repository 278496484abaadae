import { describe, expect, it } from 'vitest'
import { atTime } from '#lib/platform/clock'
import { createPractice } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import { sentMails, troubleOf } from './sent-queries.ts'

const database = useTestDatabase()
const noon = new Date('2026-06-15T17:00:00Z')
const minutesAgo = (minutes: number) => new Date(noon.getTime() - minutes * 60_000)

async function heard(minutes: number): Promise<void> {
  await database.owner.query(
    `INSERT INTO "WorkerHeartbeat" VALUES ('worker', $1) ON CONFLICT (worker) DO UPDATE SET at = EXCLUDED.at`,
    [minutesAgo(minutes)],
  )
}

async function officerWith(mails: { state: string; attempts?: number; minutes?: number }[]) {
  const practice = await createPractice(database.owner)
  for (const [index, { state, attempts = 1, minutes = 10 }] of mails.entries()) {
    const at = minutesAgo(minutes)
    await database.owner.query(
      `INSERT INTO "OutgoingMail" (id, "practiceId", key, "toAddress", "toName", subject, body, state, attempts, "queuedAt", "nextTryAt", "handedOverAt", "endedAt")
       VALUES (gen_random_uuid(), $1, $2, 'a@example.org', 'A', 's', 'b', $3, $4, $5, $5, $5, CASE WHEN $3 = 'waiting' THEN NULL ELSE $5::timestamptz END)`,
      [practice.id, `mail ${index}`, state, attempts, at],
    )
  }
  return practice.actor('officer')
}

const trouble = async (mails: Parameters<typeof officerWith>[0]) => {
  const officer = await officerWith(mails)
  return atTime(noon, () => troubleOf(officer))
}

describe('what keeps people from being told', () => {
  it('is a worker of which nothing was heard for more than 15 minutes', async () => {
    expect(await trouble([])).toMatchObject({ workerIsSilent: true })
    await heard(16)
    expect(await trouble([])).toMatchObject({ workerIsSilent: true })
    await heard(15)
    expect(await trouble([])).toEqual({ workerIsSilent: false, failedMails: 0 })
  })

  it('is mail of the last day that failed, may not have arrived, or still waits after three tries', async () => {
    await heard(1)
    const failed = await trouble([
      { state: 'refused' },
      { state: 'unknown' },
      { state: 'waiting', attempts: 3 },
      { state: 'waiting', attempts: 2 },
      { state: 'sent' },
      { state: 'not-needed' },
      { state: 'refused', minutes: 24 * 60 + 1 },
    ])
    expect(failed).toEqual({ workerIsSilent: false, failedMails: 3 })
  })

  it('is looked up once for several pages', async () => {
    const officer = await officerWith([])
    const [first, second] = await atTime(noon, () => Promise.all([troubleOf(officer), troubleOf(officer)]))
    expect(first).toBe(second)
  })
})

describe('what was sent', () => {
  it('is shown the newest first, and only of one’s own practice', async () => {
    const officer = await officerWith([
      { state: 'sent', minutes: 30 },
      { state: 'refused', minutes: 5 },
    ])
    await officerWith([{ state: 'sent' }])
    const { rows, hasMore } = await sentMails(officer, 1)
    expect(rows.map(({ state }) => state)).toEqual(['refused', 'sent'])
    expect(hasMore).toBe(false)
    expect((await sentMails(officer, 2)).rows).toEqual([])
  })
})
