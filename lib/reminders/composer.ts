import { day, dayIn } from '#lib/base/days'
import type { Tx } from '#lib/platform/db'
import { env } from '#lib/platform/env'
import { hears } from './ladder.ts'
import { reachOf, recipientsOf } from './recipients.ts'
import { rulesOf } from './rules.ts'
import { type Line, subjectOf, textOf } from './words.ts'

interface Row {
  stepId: string
  step: number
  id: string
  title: string
  recordLabel: string
  dueOn: string
  ownerId: string | null
  backupId: string | null
  isPersonal: boolean
  ownerName: string | null
  personName: string
  language: string
  recordKind: string
  recordId: string
  /** Still to do by the date that the step was counted to, and not put off. */
  stands: boolean
}

/**
 * Writes somebody's daily mail just before it goes out: what was done, moved, put off or given to somebody else since it
 * was planned is left out. Null when nothing is left.
 */
export async function composeDaily(
  tx: Tx,
  mail: { id: string; practiceId: string; personId: string },
  at: Date,
): Promise<{ subject: string; text: string } | null> {
  const rules = await rulesOf(tx, mail.practiceId)
  const today = dayIn(rules.timeZone, at)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s."id" AS "stepId", s."step", o."id", o."title", o."recordLabel", o."dueOn"::text AS "dueOn", o."ownerId", o."backupId", o."isPersonal",
      w."name" AS "ownerName", p."name" AS "personName", p."language", o."recordKind", o."recordId",
      o."state" = 'open' AND o."dueOn" = s."dueOn" AND (o."snoozedUntil" IS NULL OR o."snoozedUntil" <= ${today}::date) AS stands
    FROM "ReminderStep" s
    JOIN "Obligation" o ON o."id" = s."obligationId"
    JOIN "Person" p ON p."id" = s."recipientId"
    LEFT JOIN "Person" w ON w."id" = o."ownerId"
    WHERE s."mailId" = ${mail.id}::uuid AND NOT s."leftOut"
    ORDER BY o."harm" DESC, o."dueOn", o."id"`
  const ids = rows.flatMap(({ ownerId, backupId }) => [ownerId, backupId]).filter((id) => id !== null)
  const reach = await reachOf(tx, today, [...new Set([...ids, mail.personId])])
  const gone: string[] = []
  const lines: Line[] = []
  for (const { stepId, step, stands, ...row } of rows) {
    const mine = recipientsOf(row, reach).find(({ personId }) => personId === mail.personId)
    if (stands && mine && hears(mine.part, step, mine.isUnowned))
      lines.push({ ...row, dueOn: day(row.dueOn), part: mine.part, path: pathOf(row, mine.part) })
    else gone.push(stepId)
  }
  if (gone.length > 0)
    await tx.reminderStep.updateMany({ where: { id: { in: gone } }, data: { leftOut: true } })
  const [first] = rows
  if (!first || lines.length === 0) return null
  const daily = {
    personName: first.personName,
    language: first.language === 'es' ? ('es' as const) : ('en' as const),
    practiceName: rules.practiceName,
    today,
    lines,
    address: env().appUrl ?? null,
  }
  return { subject: subjectOf(daily), text: textOf(daily) }
}

/** What many people each do themselves is done on a page of its own, so that the mail leads straight to it. */
function pathOf(
  { recordKind, recordId, isPersonal }: Pick<Row, 'recordKind' | 'recordId' | 'isPersonal'>,
  part: Line['part'],
): string | undefined {
  return isPersonal && part === 'own' && recordKind === 'assignment'
    ? `/training/take/${recordId}`
    : undefined
}
