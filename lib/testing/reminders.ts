import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Day } from '#lib/base/days'

/** A duty for tests, past the application's rules. */
export interface TestDuty {
  dueOn: Day
  ownerId?: string | null
  backupId?: string | null
  harm?: number
}

/** Inserts an open duty of a record that exists nowhere else; returns its id. */
export async function insertDuty(owner: pg.Pool, practiceId: string, duty: TestDuty): Promise<string> {
  const id = randomUUID()
  await owner.query(
    `INSERT INTO "Obligation" (id, "practiceId", "recordKind", "recordId", "recordLabel", key, title, "sinceOn", "dueOn", harm,
       "siteIds", "ownerId", "backupId", "openedOn")
     VALUES ($1, $2, 'ai-system', $3, $4, 'yearly-review', 'Review it', '2020-01-01', $5, $6, '{}', $7, $8, '2020-01-01')`,
    [
      id,
      practiceId,
      randomUUID(),
      `AI-${id.slice(0, 4)} Scribe`,
      duty.dueOn,
      duty.harm ?? 2,
      duty.ownerId ?? null,
      duty.backupId ?? null,
    ],
  )
  return id
}

/** One step as it stands in the database, with what became of its mail. */
export interface StepRow {
  obligationId: string
  dueOn: string
  step: number
  recipientId: string
  part: string
  passedOver: number[]
  plannedOn: string
  leftOut: boolean
  mailId: string
  state: string
}

export async function stepRows(owner: pg.Pool, practiceId: string): Promise<StepRow[]> {
  const { rows } = await owner.query<StepRow>(
    `SELECT s."obligationId", s."dueOn"::text AS "dueOn", s.step, s."recipientId", s.part, s."passedOver",
       s."plannedOn"::text AS "plannedOn", s."leftOut", s."mailId", m.state
     FROM "ReminderStep" s JOIN "OutgoingMail" m ON m.id = s."mailId" WHERE s."practiceId" = $1
     ORDER BY s."dueOn", s.step, s."recipientId"`,
    [practiceId],
  )
  return rows
}

/** The daily mails that wait to be sent. */
export async function waitingMails(owner: pg.Pool, practiceId: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM "OutgoingMail" WHERE "practiceId" = $1 AND state = 'waiting' ORDER BY id`,
    [practiceId],
  )
  return rows.map(({ id }) => id)
}
