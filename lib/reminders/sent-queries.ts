import { type Day, dayOf } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { now } from '#lib/platform/clock'
import { outside, read, type Tx } from '#lib/platform/db'
import { isMailSetUp } from '#lib/platform/mail'
import type { Part } from './ladder.ts'
import { type PracticeRules, rulesOf } from './rules.ts'

/** Mails on one page. */
export const mailsPerPage = 50

/** One mail and what became of it. */
export interface MailRow {
  id: string
  toName: string
  toAddress: string
  subject: string
  state: string
  attempts: number
  answer: string
  queuedAt: Date
  nextTryAt: Date
  endedAt: Date | null
  /** Duties that it told of, those left out of it, and the earlier steps that it stands for. */
  steps: number
  leftOut: number
  passedOver: number
}

/** What was sent, and what became of it, the newest first. How many there are in all nobody needs to know, and it costs. */
export function sentMails(actor: Actor, page: number): Promise<{ rows: MailRow[]; hasMore: boolean }> {
  return read(actor, async (tx) => {
    const rows = await tx.$queryRaw<MailRow[]>`
      SELECT m."id", m."toName", m."toAddress", m."subject", m."state", m."attempts", m."answer", m."queuedAt", m."nextTryAt", m."endedAt",
        coalesce(s.steps, 0)::int AS steps, coalesce(s."leftOut", 0)::int AS "leftOut", coalesce(s."passedOver", 0)::int AS "passedOver"
      FROM (SELECT * FROM "OutgoingMail" ORDER BY "queuedAt" DESC, "id" DESC LIMIT ${mailsPerPage + 1} OFFSET ${(page - 1) * mailsPerPage}) m
      LEFT JOIN LATERAL (
        SELECT count(*) AS steps, count(*) FILTER (WHERE "leftOut") AS "leftOut", sum(cardinality("passedOver")) AS "passedOver"
        FROM "ReminderStep" WHERE "practiceId" = m."practiceId" AND "mailId" = m."id"
      ) s ON true
      ORDER BY m."queuedAt" DESC, m."id" DESC`
    return { rows: rows.slice(0, mailsPerPage), hasMore: rows.length > mailsPerPage }
  })
}

/** Who was told of one duty, and how that went, the newest first. */
export interface ToldOf {
  id: string
  name: string
  part: Part
  step: number
  dueOn: Day
  plannedOn: Day
  passedOver: number
  leftOut: boolean
  state: string
  attempts: number
  answer: string
}

export function toldOf(actor: Actor, obligationId: string): Promise<ToldOf[]> {
  if (!isId(obligationId)) return Promise.resolve([])
  return read(actor, async (tx) => {
    const rows = await tx.reminderStep.findMany({
      where: { obligationId },
      select: {
        id: true,
        part: true,
        step: true,
        dueOn: true,
        plannedOn: true,
        passedOver: true,
        leftOut: true,
        recipient: { select: { name: true } },
        mail: { select: { state: true, attempts: true, answer: true } },
      },
      orderBy: [{ plannedOn: 'desc' }, { id: 'asc' }],
      take: 20,
    })
    return rows.map(({ recipient, mail, part, dueOn, plannedOn, passedOver, ...row }) => ({
      ...row,
      ...mail,
      name: recipient.name,
      part: part as Part,
      dueOn: dayOf(dueOn),
      plannedOn: dayOf(plannedOn),
      passedOver: passedOver.length,
    }))
  })
}

/** What the settings page shows. */
export interface ReminderSettings {
  rules: PracticeRules
  quietDays: { id: string; day: Day; name: string }[]
  isMailSetUp: boolean
}

export function reminderSettings(actor: Actor): Promise<ReminderSettings> {
  return read(actor, async (tx) => ({
    rules: await rulesOf(tx, actor.practiceId),
    quietDays: (await tx.quietDay.findMany({ orderBy: { day: 'asc' } })).map(({ id, day, name }) => ({
      id,
      day: dayOf(day),
      name,
    })),
    isMailSetUp: isMailSetUp(),
  }))
}

const WORKER_SILENT_MS = 15 * 60_000
const DAY_MS = 24 * 60 * 60_000
/** Tries after which a mail that still waits counts as trouble. */
const MANY_TRIES = 3
const KEPT_MS = 10_000

/** What keeps people from being told. */
export interface Trouble {
  /** Nothing that works in the background was heard of for a quarter of an hour. */
  workerIsSilent: boolean
  /** Mails of the last day that were refused, may not have arrived, or still wait after several tries. */
  failedMails: number
}

const seen = new Map<string, { at: number; trouble: Promise<Trouble> }>()

/** What is wrong with reminders now, if anything. Looked up at most every ten seconds for a practice. */
export function troubleOf(actor: Actor): Promise<Trouble> {
  const at = now()
  const before = seen.get(actor.practiceId)
  if (before && Math.abs(at.getTime() - before.at) < KEPT_MS) return before.trouble
  const trouble = lookForTrouble(actor, at)
  seen.set(actor.practiceId, { at: at.getTime(), trouble })
  trouble.catch(() => seen.delete(actor.practiceId))
  return trouble
}

async function lookForTrouble(actor: Actor, at: Date): Promise<Trouble> {
  const [heard] = await outside<{ at: Date | null }>('SELECT max("at") AS at FROM "WorkerHeartbeat"')
  const failedMails = await read(actor, (tx) => failedSince(tx, new Date(at.getTime() - DAY_MS)))
  return {
    workerIsSilent: !heard?.at || at.getTime() - heard.at.getTime() > WORKER_SILENT_MS,
    failedMails,
  }
}

function failedSince(tx: Tx, since: Date): Promise<number> {
  return tx.outgoingMail.count({
    where: {
      OR: [
        { state: { in: ['refused', 'unknown'] }, endedAt: { gte: since } },
        { state: 'waiting', attempts: { gte: MANY_TRIES } },
      ],
    },
  })
}
