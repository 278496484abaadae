import type { Actor } from '#lib/kernel/access'
import { can } from '#lib/kernel/access'
import { read } from '#lib/platform/db'

/** Which of these records of duties the actor owns, backs up or was given as a part. Two statements. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'assessment.answer-part')) return new Set()
  const { personId } = actor
  const id = { in: [...new Set(ids)] }
  return read(actor, async (tx) => {
    const own = await tx.assessment.findMany({
      where: { id, OR: [{ ownerId: personId }, { backupId: personId }] },
      select: { id: true },
    })
    const parts = await tx.assessmentPart.findMany({
      where: {
        id,
        OR: [{ personId }, { assessment: { OR: [{ ownerId: personId }, { backupId: personId }] } }],
      },
      select: { id: true },
    })
    return new Set([...own, ...parts].map((one) => one.id))
  })
}
