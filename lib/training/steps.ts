import type { Day } from '#lib/base/days'
import { newId } from '#lib/base/ids'
import { insertRows } from '#lib/kernel/bulk'
import type { SyncContext } from '#lib/kernel/context'

interface Step {
  assignmentId: string
  /** extended | excused | paused | resumed | reopened | taken-back | escalated | restriction | sanction */
  kind: string
  reason: string
  dueBefore?: Day | null
  dueAfter?: Day | null
}

/** Notes what happened to assignments beside them, with who did it. One statement. */
export async function insertSteps(
  { tx, actor, now }: Pick<SyncContext, 'tx' | 'actor' | 'now'>,
  steps: readonly Step[],
): Promise<void> {
  await insertRows(
    tx,
    'AssignmentStep',
    steps.map(({ assignmentId, kind, reason, dueBefore = null, dueAfter = null }) => ({
      id: newId(now.getTime()),
      practiceId: actor.practiceId,
      ...{ assignmentId, kind, reason, dueBefore, dueAfter },
      at: now.toISOString(),
      byId: actor.personId,
      byName: actor.name,
    })),
  )
}
