import { dayOrNull } from '#lib/base/days'
import { isId } from '#lib/base/ids'
import { type Actor, can } from '#lib/kernel/access'
import type { CourseContent } from '#lib/law/lessons/course-content'
import { handedTo } from '#lib/people/handed-duties'
import { read } from '#lib/platform/db'
import type { DueFacts } from './due.ts'
import { answeredForBy, answersFor, mayReview, visibleToReviewer } from './policy.ts'
import { courseKind } from './schema.ts'
import { lastContent } from './store.ts'

/** What somebody is shown of a course when they look it through. */
export interface CourseToReview extends DueFacts {
  id: string
  ref: string
  title: string
  version: number
  /** The latest version; null when none is published. */
  content: CourseContent | null
  /** Whether the actor may also open its page. */
  isReadable: boolean
}

/** The course for whoever may look it through, archived or not; null for everybody else. */
export async function courseToReview(actor: Actor, id: string): Promise<CourseToReview | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const handed = await handedTo(tx, actor, courseKind)
    const found = await tx.course.findFirst({
      where: { AND: [{ id }, visibleToReviewer(actor, handed)] },
      select: {
        ...{ id: true, ref: true, title: true, version: true, number: true, publishedOn: true },
        ...{ reviewedOn: true, ownerId: true, backupId: true, archivedAt: true },
      },
    })
    if (!found || !mayReview(actor, handed.includes(id) || answersFor(actor, found))) return null
    const { ref, title, version, number, archivedAt } = found
    return {
      ...{ id, ref, title, version },
      archived: archivedAt !== null,
      publishedOn: dayOrNull(found.publishedOn),
      reviewedOn: dayOrNull(found.reviewedOn),
      content: await lastContent(tx, id, number),
      isReadable: can(actor, 'course.read'),
    }
  })
}

/** Which of these courses the actor owns or backs up, or was handed a duty of. Two statements. */
export async function answeredFor(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || !can(actor, 'course.review-own')) return new Set()
  const found = await read(actor, async (tx) =>
    tx.course.findMany({
      where: {
        AND: [
          { id: { in: [...new Set(ids)] }, archivedAt: null },
          answeredForBy(actor, await handedTo(tx, actor, courseKind)),
        ],
      },
      select: { id: true },
    }),
  )
  return new Set(found.map(({ id }) => id))
}
