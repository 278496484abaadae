import { addDays, type Day, day, daysBetween } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { EventDraft } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'
import type { Tx } from '#lib/platform/db'
import type { Enrolling } from './enrol.ts'
import { insertSteps } from './steps.ts'
import { recordOf } from './store.ts'

/** What was changed of assignments; their duties are still to be brought in line. */
export interface Cared {
  changed: string[]
  events: EventDraft[]
}

/** Every campaign that takes people in on a day, locked until the transaction ends. */
export async function lockTaking(tx: Tx, today: Day): Promise<Enrolling[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Campaign" WHERE "opensOn" <= ${today}::date AND "closedOn" IS NULL AND "archivedAt" IS NULL ORDER BY "id" FOR UPDATE`
  return tx.campaign.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    select: {
      ...{ id: true, ref: true, title: true, opensOn: true, dueOn: true },
      ...{ joinerDays: true, closedOn: true, archivedAt: true },
    },
  })
}

interface Changed {
  id: string
  campaignId: string
}

/** One event for each campaign among these, with how many people it is about. One statement. */
async function eventsOf(
  tx: Tx,
  changed: readonly Changed[],
  sentence: (people: string) => string,
): Promise<EventDraft[]> {
  if (changed.length === 0) return []
  const by = Map.groupBy(changed, ({ campaignId }) => campaignId)
  const campaigns = await tx.campaign.findMany({
    where: { id: { in: [...by.keys()] } },
    select: { id: true, ref: true, title: true },
    orderBy: { ref: 'asc' },
  })
  return campaigns.map((one) => ({
    sentence: sentence(count(by.get(one.id)?.length ?? 0, 'person', 'people')),
    record: recordOf(one),
  }))
}

/** Ends what people who left had to do. It is kept, and open again when they come back while the campaign is. */
export async function closeForLeavers({ tx, today }: SyncContext): Promise<Cared> {
  const changed = await tx.$queryRaw<Changed[]>`
    UPDATE "Assignment" a SET "closedOn" = ${today}::date, "closedFor" = 'left', "pausedOn" = NULL, "version" = a."version" + 1
    FROM "Person" p
    WHERE p."id" = a."personId" AND (NOT p."active" OR p."archivedAt" IS NOT NULL) AND a."signedOn" IS NULL AND a."closedOn" IS NULL
    RETURNING a."id", a."campaignId"`
  return {
    changed: changed.map(({ id }) => id),
    events: await eventsOf(tx, changed, (people) => `Ended it for ${people} who left`),
  }
}

/** Lets training wait for those who are on leave from today or before, and go on for those who are back. */
export async function followLeaves(context: SyncContext): Promise<Cared> {
  const paused = await pause(context)
  const resumed = await resume(context)
  return {
    changed: [...paused.changed, ...resumed.changed],
    events: [...paused.events, ...resumed.events],
  }
}

async function pause(context: SyncContext): Promise<Cared> {
  const { tx, today } = context
  const changed = await tx.$queryRaw<(Changed & { dueOn: string })[]>`
    UPDATE "Assignment" a SET "pausedOn" = greatest(l."fromOn", a."assignedOn"), "version" = a."version" + 1
    FROM (SELECT "personId", min("fromOn") AS "fromOn" FROM "TrainingLeave"
      WHERE "fromOn" <= ${today}::date AND ("untilOn" IS NULL OR "untilOn" >= ${today}::date) GROUP BY "personId") l
    WHERE a."personId" = l."personId" AND a."signedOn" IS NULL AND a."closedOn" IS NULL AND a."pausedOn" IS NULL
    RETURNING a."id", a."campaignId", a."dueOn"::text AS "dueOn"`
  await insertSteps(
    context,
    changed.map(({ id, dueOn }) => ({
      ...{ assignmentId: id, kind: 'paused', reason: 'On leave', dueBefore: day(dueOn) },
    })),
  )
  return {
    changed: changed.map(({ id }) => id),
    events: await eventsOf(tx, changed, (people) => `Lets it wait for ${people} on leave`),
  }
}

/** Who is back has as many days more as the leave took of theirs; a leave that was entered by mistake took none. */
async function resume(context: SyncContext): Promise<Cared> {
  const { tx, today } = context
  const back = await tx.$queryRaw<
    (Changed & { dueOn: string; pausedOn: string; lastDay: string | null; version: number })[]
  >`
    SELECT a."id", a."campaignId", a."dueOn"::text AS "dueOn", a."pausedOn"::text AS "pausedOn", a."version",
      (SELECT max(l."untilOn")::text FROM "TrainingLeave" l WHERE l."personId" = a."personId" AND l."untilOn" >= a."pausedOn") AS "lastDay"
    FROM "Assignment" a
    WHERE a."pausedOn" IS NOT NULL AND a."signedOn" IS NULL AND a."closedOn" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "TrainingLeave" l WHERE l."personId" = a."personId" AND l."fromOn" <= ${today}::date
        AND (l."untilOn" IS NULL OR l."untilOn" >= ${today}::date))
    ORDER BY a."id" FOR UPDATE OF a`
  const moved = back.map(({ id, version, ...one }) => {
    const [dueOn, pausedOn] = [day(one.dueOn), day(one.pausedOn)]
    const lastDay = one.lastDay !== null && one.lastDay < today ? day(one.lastDay) : null
    const away = lastDay ? daysBetween(pausedOn, lastDay) + 1 : 0
    return { id, version: version + 1, before: dueOn, dueOn: addDays(dueOn, away) }
  })
  await updateRows(
    tx,
    'Assignment',
    moved.map(({ id, version, dueOn }) => ({ id, version, dueOn, pausedOn: null })),
  )
  await insertSteps(
    context,
    moved.map(({ id, before, dueOn }) => ({
      ...{ assignmentId: id, kind: 'resumed', reason: 'Back from leave', dueBefore: before, dueAfter: dueOn },
    })),
  )
  return {
    changed: back.map(({ id }) => id),
    events: await eventsOf(tx, back, (people) => `Goes on for ${people} back from leave`),
  }
}
