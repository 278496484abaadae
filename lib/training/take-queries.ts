import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { contentOf } from '#lib/law/lessons/course-content'
import { read } from '#lib/platform/db'
import { type Seen, seeTaking } from './take-view.ts'
import { findTaking } from './taking.ts'

/** What the actor has to sign, as its page shows it; null when it is not theirs. */
export function getTaking(actor: Actor, id: string): Promise<Seen | null> {
  if (!isId(id)) return Promise.resolve(null)
  return read(actor, (tx) => seeTaking(tx, actor, id))
}

/** The minutes that each of these assignments takes. One statement. */
export async function minutesOf(actor: Actor, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const found = await read(actor, (tx) =>
    tx.assignment.findMany({
      where: { id: { in: [...ids] }, personId: actor.personId },
      select: { campaign: { select: { course: { select: { minutes: true } } } } },
    }),
  )
  return found.reduce((sum, { campaign }) => sum + campaign.course.minutes, 0)
}

/** Which of these assignments are the actor's own. */
export async function assignedTo(actor: Actor, wanted: readonly string[]): Promise<ReadonlySet<string>> {
  const ids = wanted.filter(isId)
  if (ids.length === 0) return new Set()
  const found = await read(actor, (tx) =>
    tx.assignment.findMany({ where: { id: { in: ids }, personId: actor.personId }, select: { id: true } }),
  )
  return new Set(found.map(({ id }) => id))
}

/** A file that a lesson shows, as it was published. */
export interface LessonFile {
  contentId: string
  sha256: string
  fileName: string
  type: string
}

/**
 * A file of a training that the actor has to do or has signed: of the version that is taught now, or of the one they signed.
 * Null for every other.
 */
export function fileOfTaking(actor: Actor, id: string, fileId: string): Promise<LessonFile | null> {
  if (!isId(id)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    const taking = await findTaking(tx, id, actor.personId)
    if (!taking) return null
    const signed = await tx.attestation.findMany({
      where: { assignmentId: id, personId: actor.personId },
      select: { courseVersion: { select: { content: true } } },
    })
    const versions = [
      ...(taking.taught && !taking.closedFor ? [taking.taught.content] : []),
      ...signed.map(({ courseVersion }) => contentOf(courseVersion.content)),
    ]
    return versions.flatMap(({ files }) => files).find((file) => file.id === fileId) ?? null
  })
}
