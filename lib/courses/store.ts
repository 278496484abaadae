import { dayOrNull } from '#lib/base/days'
import { filesShown } from '#lib/base/lesson-markdown'
import type { RecordRef } from '#lib/kernel/audit'
import { updateRows } from '#lib/kernel/bulk'
import { staleVersion } from '#lib/kernel/command'
import type { CommandContext } from '#lib/kernel/context'
import { type Duty, earliestDue } from '#lib/kernel/due'
import type { DueSync } from '#lib/kernel/due-store'
import { conflict, notFound } from '#lib/kernel/errors'
import { type CourseContent, contentOf, sealed } from '#lib/law/lessons/course-content'
import type { LessonTexts } from '#lib/law/lessons/lesson'
import { noJson, type Tx } from '#lib/platform/db'
import type { Prisma } from '#lib/platform/prisma/client'
import { courseDuties } from './due.ts'
import { contentFor, draftOf, firstText, type PublishedFacts } from './lesson-draft.ts'
import type { CourseFile } from './lesson-problems.ts'
import { visible } from './policy.ts'
import { courseKind } from './schema.ts'

/** A course as events name it. */
export const recordOf = ({ id, ref, title }: { id: string; ref: string; title: string }): RecordRef => ({
  kind: courseKind,
  id,
  label: `${ref} ${title}`,
})

const storedSelect = {
  id: true,
  ref: true,
  title: true,
  ownerId: true,
  backupId: true,
  publishedOn: true,
  reviewedOn: true,
  nextDueOn: true,
  archivedAt: true,
} as const satisfies Prisma.CourseSelect

/**
 * Recomputes when these courses are due next and stores what changed. Returns their duties for the runner. A constant
 * number of statements, however many courses.
 */
export async function settle(
  { tx, actor }: CommandContext,
  where: Prisma.CourseWhereInput,
): Promise<DueSync[]> {
  const courses = await tx.course.findMany({ where, select: storedSelect })
  const changed: { id: string; nextDueOn: string | null }[] = []
  const syncs = courses.map((course): DueSync => {
    const archived = course.archivedAt !== null
    const facts = {
      archived,
      publishedOn: dayOrNull(course.publishedOn),
      reviewedOn: dayOrNull(course.reviewedOn),
    }
    const duties = courseDuties(facts, actor.cadences)
    const nextDueOn = earliestDue(duties)
    if (nextDueOn !== dayOrNull(course.nextDueOn)) changed.push({ id: course.id, nextDueOn })
    return { ...dueSync(course, duties), isOver: archived }
  })
  await updateRows(tx, 'Course', changed)
  return syncs
}

interface Answered {
  id: string
  ref: string
  title: string
  ownerId: string | null
  backupId: string | null
}

/** The duties of one course in the shape the runner takes. Courses belong to the whole practice. */
function dueSync(course: Answered, duties: readonly Duty[]): DueSync {
  const { id: recordId, label: recordLabel } = recordOf(course)
  const { ownerId, backupId } = course
  return { kind: courseKind, recordId, recordLabel, siteIds: [], ownerId, backupId, duties }
}

const lockedSelect = {
  ...storedSelect,
  about: true,
  kind: true,
  minutes: true,
  passPercent: true,
  url: true,
  provider: true,
  draft: true,
  number: true,
  version: true,
} as const satisfies Prisma.CourseSelect

export type LockedCourse = Prisma.CourseGetPayload<{ select: typeof lockedSelect }>

/** The course, locked until the transaction ends, when the actor may see it (or it is in `scope`); else not found. */
export async function lockCourse(
  { tx, actor }: CommandContext,
  id: string,
  scope: Prisma.CourseWhereInput = visible(actor),
): Promise<LockedCourse> {
  await tx.$executeRaw`SELECT 1 FROM "Course" WHERE "id" = ${id}::uuid FOR UPDATE`
  const course = await tx.course.findFirst({ where: { AND: [{ id }, scope] }, select: lockedSelect })
  if (!course) throw notFound()
  return course
}

/** As `lockCourse`, refusing when it was changed since `version` or is archived. */
export async function lockForEdit(
  context: CommandContext,
  id: string,
  version: number,
  scope?: Prisma.CourseWhereInput,
): Promise<LockedCourse> {
  const course = await lockCourse(context, id, scope)
  if (course.version !== version) throw await staleVersion(context.tx, courseKind, id)
  if (course.archivedAt) throw conflict('This course is archived. Restore it first.')
  return course
}

/** The latest published version of a course; null when there is none. */
export async function lastContent(tx: Tx, courseId: string, number: number): Promise<CourseContent | null> {
  if (number === 0) return null
  const found = await tx.courseVersion.findUniqueOrThrow({
    where: { courseId_number: { courseId, number } },
    select: { content: true },
  })
  return contentOf(found.content)
}

/** What a course says now: what is being written, else its latest version, else what a course begins as. */
export function currentTexts(
  course: PublishedFacts & { draft: unknown },
  last: CourseContent | null,
): LessonTexts {
  return draftOf(course.draft) ?? last?.texts ?? firstText(course)
}

/** Whether publishing these texts would make the same version again. Files are the same when the text is. */
export function isAsPublished(
  facts: PublishedFacts,
  texts: LessonTexts,
  last: CourseContent | null,
): last is CourseContent {
  if (!last) return false
  return sealed(contentFor(facts, texts, last.number, last.files)).sha256 === sealed(last).sha256
}

/** What the column for what is being written holds: nothing when the latest version says it all. */
export function draftColumn(facts: PublishedFacts, texts: LessonTexts, last: CourseContent | null) {
  return isAsPublished(facts, texts, last)
    ? noJson
    : (JSON.parse(JSON.stringify(texts)) as Prisma.InputJsonObject)
}

/** Every file on a course, withdrawn ones included, newest first. */
export async function courseFiles(tx: Tx, courseId: string): Promise<CourseFile[]> {
  const found = await tx.evidence.findMany({
    where: { recordKind: courseKind, recordId: courseId },
    select: {
      id: true,
      contentId: true,
      title: true,
      fileName: true,
      type: true,
      withdrawnAt: true,
      content: { select: { sha256: true } },
    },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
    take: 600,
  })
  return found.map(({ content, withdrawnAt, ...plain }) => ({
    ...plain,
    sha256: content.sha256,
    isWithdrawn: withdrawnAt !== null,
  }))
}

/** The files that the texts show, each once, in the order in which they come. */
export function filesOfTexts(texts: LessonTexts, files: readonly CourseFile[]): CourseContent['files'] {
  const bodies = [texts.en, ...(texts.es ? [texts.es] : [])]
  const ids = new Set(bodies.flatMap(({ body }) => filesShown(body).map(({ id }) => id)))
  return [...ids].flatMap((wanted) => {
    const file = files.find(({ id }) => id === wanted)
    if (!file) return []
    const { id, contentId, sha256, fileName, type } = file
    return [{ id, contentId, sha256, fileName, type }]
  })
}
