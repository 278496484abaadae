import { type Day, day, dayIn } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { now } from '#lib/platform/clock'
import { outside, type Tx, write } from '#lib/platform/db'
import { isMailSetUp } from '#lib/platform/mail'
import { queueMails } from '#lib/platform/outgoing-mail'
import { dutiesUntil, toldSoFar } from './duties.ts'
import { fires, type Part } from './ladder.ts'
import { reachOf, recipientsOf } from './recipients.ts'
import { rulesOf } from './rules.ts'
import { isTimeToSend } from './sending-days.ts'

/** The composer of the daily mail, in the outbox. */
export const dailyMail = 'reminders'

const CHUNK = 5_000
const PATIENCE_MS = 120_000

/** Plans the reminders of every practice whose hour has come. For the worker, every minute; several may at once. */
export async function planReminders(): Promise<void> {
  if (!isMailSetUp()) return
  for (const { id } of await outside<{ id: string }>('SELECT id FROM all_practices()')) await planPractice(id)
}

/**
 * Plans today's reminders of one practice, once a day: the steps that are due and the mails that carry them, in one
 * transaction. False when there was nothing to plan: too early, a quiet day, planned already.
 */
export function planPractice(practiceId: string): Promise<boolean> {
  return write(
    { practiceId },
    async (tx) => {
      const at = now()
      const rules = await rulesOf(tx, practiceId)
      const today = dayIn(rules.timeZone, at)
      if (rules.isDemo || !isTimeToSend(at, today, rules)) return false
      // Whoever comes second waits here, and then finds the day planned.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`reminders ${practiceId}`}))`
      if (await wasPlanned(tx, today)) return false
      await replaceWaiting(tx, at)
      const steps = await stepsToday(tx, today)
      const mails = await queueDaily(tx, practiceId, today, new Set(steps.map((step) => step.recipientId)))
      await insertSteps(tx, practiceId, at, today, steps, mails)
      await tx.reminderDay.create({
        data: {
          id: newId(at.getTime()),
          practiceId,
          day: new Date(today),
          plannedAt: at,
          steps: steps.length,
          people: mails.size,
          passedOver: steps.reduce((sum, step) => sum + step.passedOver.length, 0),
        },
      })
      return true
    },
    { timeoutMs: PATIENCE_MS },
  )
}

async function wasPlanned(tx: Tx, today: Day): Promise<boolean> {
  return (await tx.reminderDay.count({ where: { day: new Date(today) } })) > 0
}

/** What still waits from an earlier day goes with today's mail: nobody gets yesterday's and today's. */
async function replaceWaiting(tx: Tx, at: Date): Promise<void> {
  await tx.outgoingMail.updateMany({
    where: { composer: dailyMail, state: 'waiting' },
    data: { state: 'replaced', endedAt: at },
  })
}

interface PlannedStep {
  obligationId: string
  dueOn: Day
  step: number
  recipientId: string
  part: Part
  passedOver: number[]
}

/** Every step that somebody is to be told of today. */
async function stepsToday(tx: Tx, today: Day): Promise<PlannedStep[]> {
  const reach = await reachOf(tx, today)
  const told = await toldSoFar(tx)
  const duties = await dutiesUntil(tx, today)
  return duties.flatMap(({ id, dueOn: due, snoozedUntil, ...answerable }) => {
    if (snoozedUntil !== null && today < snoozedUntil) return []
    const dueOn = day(due)
    return recipientsOf(answerable, reach).flatMap(({ personId, part, isUnowned }) => {
      const firing = fires({ dueOn, isUnowned, part, told: told.get(`${id} ${personId}`) ?? null }, today)
      return firing ? { obligationId: id, dueOn, recipientId: personId, part, ...firing } : []
    })
  })
}

/** One mail for each person and day. Returns its id by person. */
async function queueDaily(
  tx: Tx,
  practiceId: string,
  today: Day,
  recipients: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { id: { in: [...recipients] } },
    select: { id: true, name: true, email: true },
  })
  const keyOf = (personId: string) => `${dailyMail}:${today}:${personId}`
  const ids = await queueMails(
    tx,
    practiceId,
    people.map(({ id, name, email }) => ({
      practiceId,
      key: keyOf(id),
      to: email ?? '',
      toName: name,
      personId: id,
      composer: dailyMail,
    })),
  )
  return new Map(people.flatMap(({ id }) => [[id, ids.get(keyOf(id)) ?? '']]))
}

/** Steps that an earlier mail did not bring go over to today's; the rest are new. */
async function insertSteps(
  tx: Tx,
  practiceId: string,
  at: Date,
  today: Day,
  steps: readonly PlannedStep[],
  mails: ReadonlyMap<string, string>,
): Promise<void> {
  for (let start = 0; start < steps.length; start += CHUNK) {
    const rows = steps.slice(start, start + CHUNK).map((step) => ({
      id: newId(at.getTime()),
      practiceId,
      ...step,
      plannedOn: today,
      mailId: mails.get(step.recipientId),
      leftOut: false,
    }))
    await tx.$executeRaw`
      INSERT INTO "ReminderStep" ("id", "practiceId", "obligationId", "dueOn", "step", "recipientId", "part", "passedOver", "plannedOn", "mailId", "leftOut")
      SELECT "id", "practiceId", "obligationId", "dueOn", "step", "recipientId", "part", "passedOver", "plannedOn", "mailId", "leftOut"
      FROM jsonb_populate_recordset(NULL::"ReminderStep", ${JSON.stringify(rows)}::jsonb)
      ON CONFLICT ("obligationId", "dueOn", "step", "recipientId") DO UPDATE SET "mailId" = excluded."mailId",
        "plannedOn" = excluded."plannedOn", "passedOver" = excluded."passedOver", "part" = excluded."part", "leftOut" = false`
  }
}
