import type { CommandContext } from '#lib/kernel/context'
import { invalid } from '#lib/kernel/errors'
import { canAnswer } from '#lib/people/policy'

interface Answerable {
  ownerId?: string | null
  backupId?: string | null
}

/** Which of these people cannot answer for anything: they left, only look on, or are of no record in this practice. */
export async function gone({ tx }: CommandContext, { ownerId, backupId }: Answerable): Promise<Set<string>> {
  const ids = [ownerId, backupId].flatMap((id) => id ?? [])
  if (ids.length === 0) return new Set()
  const here = await tx.person.findMany({
    where: { AND: [{ id: { in: ids } }, canAnswer] },
    select: { id: true },
  })
  return new Set(ids.filter((id) => here.every((person) => person.id !== id)))
}

/** Refuses an owner or backup who cannot answer for anything, unless it was them before. */
export async function requireHere(
  context: CommandContext,
  chosen: Answerable,
  before: Answerable = {},
): Promise<void> {
  const changed = {
    ownerId: chosen.ownerId === before.ownerId ? null : chosen.ownerId,
    backupId: chosen.backupId === before.backupId ? null : chosen.backupId,
  }
  const left = await gone(context, changed)
  const fields: Record<string, string> = {}
  for (const [field, id] of Object.entries(changed))
    if (id && left.has(id))
      fields[field] = 'This person does not work here any more, or may only look on. Choose somebody else.'
  if (Object.keys(fields).length > 0) throw invalid('Please check the marked fields.', fields)
}
