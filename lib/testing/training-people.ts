import type pg from 'pg'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { todayFor } from '#lib/kernel/today'
import { extendAssignment } from '#lib/training/exception-commands'

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
  const later = () => addDays(today() as ReturnType<typeof todayFor>, 60)
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
