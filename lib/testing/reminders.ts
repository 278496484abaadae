import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { addDays, type Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'

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

/** What the commands on duties and reminders are aimed at. */
export interface ReminderIds {
  dutyId: string
  quietDayId: string
}

/** A duty at a site, owned by somebody, and a quiet day of the practice. */
export async function insertAimed(
  owner: pg.Pool,
  { practiceId, personId: ownerId }: Actor,
  siteId: string,
  today: Day,
): Promise<ReminderIds> {
  const dutyId = await insertDuty(owner, practiceId, { dueOn: today, ownerId })
  await owner.query(`UPDATE "Obligation" SET "siteIds" = ARRAY[$2::uuid] WHERE id = $1`, [dutyId, siteId])
  const quietDayId = randomUUID()
  await owner.query(
    `INSERT INTO "QuietDay" (id, "practiceId", day, name) VALUES ($1, $2, $3, 'Founder’s day')`,
    [quietDayId, practiceId, addDays(today, 3)],
  )
  return { dutyId, quietDayId }
}

/** One input for each command on a duty or a quiet day, in an order in which all of them can be called. */
export function inputs(
  more: () => ReminderIds & { today: Day; toId: string; reason: string },
): Record<string, () => unknown> {
  const id = () => more().dutyId
  return {
    'due.snooze': () => ({ id: id(), until: addDays(more().today, 2), reason: more().reason }),
    'due.end-snooze': () => ({ id: id() }),
    'due.hand-over': () => ({ id: id(), toId: more().toId, reason: more().reason }),
    'reminder.remove-quiet-day': () => ({ id: more().quietDayId }),
  }
}

/** Commands on reminders that name no record, and inputs that they accept. */
export const unaimedInputs = (today: () => Day): Record<string, () => unknown> => ({
  'reminder.settings': () => ({ version: 1, hour: 9, quietWeekdays: [0] }),
  'reminder.add-quiet-day': () => ({ day: addDays(today(), 9), name: 'Holiday' }),
  'reminder.test-mail': () => ({}),
})
