import { randomUUID } from 'node:crypto'
import { dayIn } from '#lib/base/days'
import { appendEvents } from '#lib/kernel/audit'
import type { SyncContext } from '#lib/kernel/context'
import { syncObligations } from '#lib/kernel/due-store'
import { revisionOf } from '#lib/kernel/kept'
import { now } from '#lib/platform/clock'
import { outside, write } from '#lib/platform/db'
import { log } from '#lib/platform/log'
import { closeForLeavers, followLeaves, lockTaking } from '#lib/training/care'
import { enrol } from '#lib/training/enrol'
import { escalate } from '#lib/training/escalate'
import { planAhead } from '#lib/training/plan-ahead'
import { settleEscalations, settleThese } from '#lib/training/store'

/** What was done for the training of a practice. */
export interface KeptTraining {
  /** How many campaigns plans were given. */
  planned: number
  /** How many people were given something to do. */
  assigned: number
  /** How many assignments changed in any way. */
  changed: number
}

/** Who acts where nobody asked: so the trail names it. */
const by = (practiceId: string) => ({ practiceId, personId: null, name: 'Plumbline', role: 'System' })

const PATIENCE_MS = 300_000

/**
 * Brings the training of a practice in line with its day and its people: makes the campaigns that plans are due, opens those
 * whose day has come, takes in who came to be meant, ends it for who left, lets it wait for who is on leave, and calls in the
 * leads of sites. One transaction: a process that is killed leaves nothing half. Safe to repeat, also by several at once.
 */
export async function keepTraining(practiceId: string): Promise<KeptTraining> {
  const at = now()
  const correlationId = randomUUID()
  return write(
    { practiceId, correlationId },
    async (tx) => {
      // Whoever comes second waits here, and then finds everything done.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('care of training'), hashtext(${practiceId}))`
      const practice = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } })
      const today = dayIn(practice.timeZone, at)
      const cadences = practice.cadences as Record<string, number>
      const actor = { ...by(practiceId), timeZone: practice.timeZone, cadences }
      const context: SyncContext = { tx, now: at, today, actor }
      const planned = await planAhead(context)
      const enrolled = await enrol(context, await lockTaking(tx, today))
      const left = await closeForLeavers(context)
      const leaves = await followLeaves(context)
      const escalated = await escalate(context)
      const changed = [...new Set([...enrolled.changed, ...left.changed, ...leaves.changed])]
      await syncObligations(context, [
        ...planned.due,
        ...(await settleThese(context, changed)),
        ...(await settleEscalations(context, { id: { in: escalated.changed } })),
      ])
      const events = [planned, enrolled, left, leaves, escalated].flatMap((part) => part.events)
      await appendEvents(tx, by(practiceId), 'training.care', at, correlationId, events)
      return { planned: planned.made, assigned: enrolled.people, changed: changed.length }
    },
    { timeoutMs: PATIENCE_MS },
  )
}

/** What was written in a practice when its training was last brought in line, by practice. */
const keptAt = new Map<string, { revision: string; at: number }>()
/** Against what the revision cannot see. */
const LONGEST_MS = 15 * 60_000

/**
 * `keepTraining` in every practice in which something was written since, or whose day is another, for the worker: each by
 * itself, so that one that fails does not keep the others from it.
 */
export async function keepAllTraining(): Promise<void> {
  const practices = await outside<{ id: string; timeZone: string }>('SELECT * FROM all_practices()')
  for (const { id, timeZone } of practices) {
    try {
      const revision = await revisionOf({ practiceId: id, timeZone })
      const at = now().getTime()
      const before = keptAt.get(id)
      if (before?.revision === revision && Math.abs(at - before.at) < LONGEST_MS) continue
      await keepTraining(id)
      keptAt.set(id, { revision, at })
    } catch (error) {
      log('error', 'the training of a practice could not be looked after', { error })
    }
  }
}

/** `keepTraining` right after somebody changed something that it looks at; what goes wrong is left to the worker. */
export async function keepTrainingNow(practiceId: string): Promise<void> {
  try {
    await keepTraining(practiceId)
  } catch (error) {
    log('error', 'training could not be looked after at once', { error })
  }
}
