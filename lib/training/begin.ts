import { z } from 'zod'
import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import type { EventDraft } from '#lib/kernel/audit'
import { defineCommand } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { notFound } from '#lib/kernel/errors'
import { read } from '#lib/platform/db'
import { assignmentRecord } from './sign.ts'
import { findTaking } from './taking.ts'

/** What has not been begun and can still be done. */
const fresh = (id: string, personId: string) =>
  ({
    id,
    personId,
    startedAt: null,
    signedAt: null,
    closedFor: null,
    campaign: { archivedAt: null },
  }) as const

/** Notes that somebody has begun to read; nothing when that was noted before, or is not theirs. */
export async function begin(
  { tx, now }: Pick<CommandContext, 'tx' | 'now'>,
  personId: string,
  id: string,
): Promise<EventDraft[]> {
  const { count } = await tx.assignment.updateMany({ where: fresh(id, personId), data: { startedAt: now } })
  const taking = count === 0 ? null : await findTaking(tx, id, personId)
  return taking ? [{ sentence: 'Began to read', record: assignmentRecord(taking) }] : []
}

/** Notes that somebody has begun to read an own training. */
export const beginTraining = defineCommand({
  name: 'training.begin',
  permission: 'training.take-own',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context, { id }) => {
    const [event] = await begin(context, context.actor.personId, id)
    if (!event) throw notFound()
    return { value: { id }, events: [event] }
  },
})

/** `beginTraining` when how far somebody is in a training was kept for the first time; drafts of other forms are left alone. */
export async function beginWithDraft(actor: Actor, form: string): Promise<void> {
  const [, id = ''] = /^training\/([^/]+)$/.exec(form) ?? []
  if (!isId(id)) return
  const isFresh = await read(actor, (tx) => tx.assignment.count({ where: fresh(id, actor.personId) }))
  // Two pages at once: the second finds it noted, and is refused.
  if (isFresh > 0) await beginTraining(actor, { id })
}
