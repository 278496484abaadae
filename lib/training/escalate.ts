import { addDays, type Day, dateOf } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { count } from '#lib/base/text'
import { grants } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { insertRows, updateRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'
import type { Tx } from '#lib/platform/db'
import { hashed } from './hashed.ts'
import { insertSteps } from './steps.ts'
import { recordOf } from './store.ts'

/** The late people of a campaign at a site, beside what its lead was told of them before. */
interface Standing {
  campaignId: string
  ref: string
  title: string
  siteId: string
  site: string
  late: number
  /** Of them, those who are late by so many days that the lead is called in. */
  veryLate: number
  leadId: string | null
  id: string | null
  doneOn: string | null
  oldLeadId: string | null
}

/**
 * Where campaigns have late people, and where a site’s lead is called in because of it. The lead is whoever keeps training
 * at the site and nowhere more; several: the first by name.
 */
function standings(tx: Tx, today: Day): Promise<Standing[]> {
  return tx.$queryRaw<Standing[]>`
    WITH late AS (
      SELECT a."campaignId", a."siteId", count(*)::int AS late, count(*) FILTER (WHERE a."dueOn" + c."escalateAfterDays" <= ${today}::date)::int AS "veryLate"
      FROM "Assignment" a JOIN "Campaign" c ON c."id" = a."campaignId"
      WHERE a."signedOn" IS NULL AND a."closedOn" IS NULL AND a."pausedOn" IS NULL AND a."dueOn" BETWEEN '-infinity' AND ${addDays(today, -1)}::date AND a."siteId" IS NOT NULL
        AND c."closedOn" IS NULL AND c."archivedAt" IS NULL
      GROUP BY 1, 2)
    SELECT c."id" AS "campaignId", c."ref", c."title", s."id" AS "siteId", s."name" AS site, coalesce(l.late, 0) AS late,
      coalesce(l."veryLate", 0) AS "veryLate", e."id", e."doneOn"::text AS "doneOn", e."leadId" AS "oldLeadId",
      (SELECT p."id" FROM "RoleAssignment" r JOIN "Person" p ON p."id" = r."personId"
        WHERE r."siteId" = s."id" AND r."role" = ANY (${[...grants['training.keep']]}::text[]) AND (r."until" IS NULL OR r."until" >= ${today}::date)
          AND p."active" AND p."archivedAt" IS NULL ORDER BY p."name", p."id" LIMIT 1) AS "leadId"
    FROM late l
    FULL JOIN (SELECT e.* FROM "Escalation" e JOIN "Campaign" c ON c."id" = e."campaignId" WHERE c."closedOn" IS NULL AND c."archivedAt" IS NULL) e
      ON e."campaignId" = l."campaignId" AND e."siteId" = l."siteId"
    JOIN "Campaign" c ON c."id" = coalesce(l."campaignId", e."campaignId")
    JOIN "Site" s ON s."id" = coalesce(l."siteId", e."siteId")
    ORDER BY c."ref", s."name", s."id"`
}

/**
 * Calls a site’s lead in once people there are late by as many days as the campaign says, and lets go of it when nobody is
 * late any more. Who was late when it happened is noted with each of them, once for each due date. Returns the escalations whose duties
 * are still to be brought in line. A constant number of statements.
 */
export async function escalate(context: SyncContext): Promise<{ changed: string[]; events: EventDraft[] }> {
  const { tx, actor, now, today } = context
  const all = await standings(tx, today)
  const begins = all.filter(({ id, doneOn, veryLate }) => veryLate > 0 && (id === null || doneOn !== null))
  const ends = all.filter(({ id, doneOn, late }) => id !== null && doneOn === null && late === 0)
  const goesOn = all.filter(
    ({ id, doneOn, late, leadId, oldLeadId }) =>
      id !== null && doneOn === null && late > 0 && leadId !== oldLeadId,
  )
  const made = begins.map((one) => ({ ...one, id: one.id ?? newId(now.getTime()), isNew: one.id === null }))
  await insertRows(
    tx,
    'Escalation',
    made.flatMap(({ id, isNew, campaignId, siteId, leadId, veryLate }) =>
      isNew
        ? { id, practiceId: actor.practiceId, campaignId, siteId, leadId, escalatedOn: today, late: veryLate }
        : [],
    ),
  )
  await updateRows(
    tx,
    'Escalation',
    made.flatMap(({ id, isNew, leadId, veryLate }) =>
      isNew ? [] : { id, leadId, escalatedOn: today, late: veryLate, doneOn: null },
    ),
  )
  await updateRows(
    tx,
    'Escalation',
    goesOn.flatMap(({ id, leadId }) => (id ? { id, leadId } : [])),
  )
  const over = ends.flatMap(({ id }) => id ?? [])
  if (over.length > 0)
    await tx.escalation.updateMany({ where: { id: { in: over } }, data: { doneOn: dateOf(today) } })
  if (all.some(({ veryLate }) => veryLate > 0)) await noteLate(context)
  return {
    changed: [...made, ...goesOn].flatMap(({ id }) => id ?? []).concat(over),
    events: [
      ...begins.map((one) => ({
        sentence: `Called in the lead of ${one.site}: ${count(one.veryLate, 'person is', 'people are')} late there`,
        record: recordOf({ ...one, id: one.campaignId }),
      })),
      ...ends.map((one) => ({
        sentence: `Nobody is late any more at ${one.site}`,
        record: recordOf({ ...one, id: one.campaignId }),
      })),
    ],
  }
}

/** Notes with everybody who is so late that it was escalated, once for each due date they had. Two statements. */
async function noteLate(context: SyncContext): Promise<void> {
  const { tx, today } = context
  const late = await hashed(
    tx,
    () => tx.$queryRaw<{ id: string; dueOn: Day }[]>`
    SELECT a."id", a."dueOn"::text AS "dueOn" FROM "Assignment" a JOIN "Campaign" c ON c."id" = a."campaignId"
    WHERE a."signedOn" IS NULL AND a."closedOn" IS NULL AND a."pausedOn" IS NULL AND a."siteId" IS NOT NULL
      AND a."dueOn" + c."escalateAfterDays" <= ${today}::date AND c."closedOn" IS NULL AND c."archivedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "AssignmentStep" s WHERE s."assignmentId" = a."id" AND s."kind" = 'escalated' AND s."dueBefore" = a."dueOn")
    ORDER BY a."id"`,
  )
  await insertSteps(
    context,
    late.map(({ id, dueOn }) => ({
      ...{ assignmentId: id, kind: 'escalated', reason: 'Put before the lead of the site', dueBefore: dueOn },
    })),
  )
}
