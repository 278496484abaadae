import type pg from 'pg'
import { addDays, type Day, day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { todayFor } from '#lib/kernel/today'
import { extendAssignment } from '#lib/training/exception-commands'
import { publishCourse } from './training.ts'

/** Version of an assignment as a form would have seen it. */
export async function seenAssignment(owner: pg.Pool, id: string): Promise<{ id: string; version: number }> {
  const { rows } = await owner.query<{ version: number }>(`SELECT version FROM "Assignment" WHERE id = $1`, [
    id,
  ])
  return { id, version: rows[0]?.version ?? 0 }
}

/** Gives somebody so many days from today, as the form sends it. */
export async function extendBy(
  owner: pg.Pool,
  by: Actor,
  id: string,
  days: number,
): Promise<Result<unknown>> {
  const until = addDays(todayFor(by), days)
  return extendAssignment(by, { ...(await seenAssignment(owner, id)), until, reason: 'Was ill' })
}

interface AssignmentIds {
  /** Open, of somebody else than who calls. */
  openId: string
  /** Signed. */
  signedId: string
}

/** One input for each command of officers on somebody's training, in an order in which all of them can be called. */
export function trainingPeopleInputs(
  owner: () => pg.Pool,
  ids: () => AssignmentIds,
  more: () => { today: string; reason: string },
): Record<string, () => unknown> {
  const open = () => seenAssignment(owner(), ids().openId)
  const { today, reason } = { today: () => more().today, reason: () => more().reason }
  const later = () => addDays(day(today()), 60)
  return {
    'training.extend': async () => ({ ...(await open()), until: later(), reason: reason() }),
    'training.excuse': async () => ({ ...(await open()), reason: reason() }),
    'training.reopen': async () => ({ ...(await open()), until: later(), reason: reason() }),
    'training.note-correction': () => ({ id: ids().signedId, reason: reason() }),
    'training.measure': () => ({ id: ids().openId, kind: 'restriction', reason: reason() }),
    'training.take-back': async () => ({
      ...(await seenAssignment(owner(), ids().signedId)),
      until: later(),
      reason: reason(),
    }),
  }
}

/** Commands that name no record. */
export const unaimedTrainingInputs: Record<string, () => unknown> = {
  'training.export-done': () => ({ format: 'csv' }),
}

/** A campaign that was due ten days ago: the first has signed it, the second is late beyond the days allowed; put in past the commands. */
export async function fillWithLateTraining(
  owner: pg.Pool,
  signed: Actor,
  late: Actor,
  today: Day,
): Promise<void> {
  const { courseId } = await publishCourse(owner, signed)
  const [opensOn, dueOn] = [addDays(today, -40), addDays(today, -10)]
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO "Campaign" (id, "practiceId", ref, title, "courseId", occasion, groups, "siteIds", "opensOn", "dueOn")
     VALUES (gen_random_uuid(), $1, 'TR-001', 'First quarter', $2, 'round', '{}', '{}', $3, $4) RETURNING id`,
    [signed.practiceId, courseId, opensOn, dueOn],
  )
  for (const [person, signedOn] of [
    [signed, opensOn],
    [late, null],
  ] as const)
    await owner.query(
      `INSERT INTO "Assignment" (id, "practiceId", "campaignId", "personId", "siteId", "assignedOn", "firstDueOn", "dueOn", "signedOn", "signedAt")
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $6, $7::date, $7::date)`,
      [person.practiceId, rows[0]?.id, person.personId, person.homeSiteIds[0], opensOn, dueOn, signedOn],
    )
}
