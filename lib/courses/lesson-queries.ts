import { isId } from '#lib/base/ids'
import type { Actor } from '#lib/kernel/access'
import { type CourseContent, contentOf } from '#lib/law/lessons/course-content'
import type { LessonTexts } from '#lib/law/lessons/lesson'
import { read } from '#lib/platform/db'
import { contentFor } from './lesson-draft.ts'
import type { CourseFile } from './lesson-problems.ts'
import { visible } from './policy.ts'
import type { VersionFacts } from './queries.ts'
import { courseFiles, currentTexts, filesOfTexts, isAsPublished, lastContent } from './store.ts'

/** The text of a course, for those who write, preview and publish it. */
export interface CourseLesson {
  /** What is being written, or else the latest version. */
  texts: LessonTexts
  /** The latest version; null when none is published. */
  last: CourseContent | null
  /** What publishing would make. */
  next: CourseContent
  /** Whether publishing would make something new. */
  isChanged: boolean
  /** Every file on the course, withdrawn ones included, newest first. */
  files: CourseFile[]
}

/** The text of a course; null when it does not exist or the actor may not read courses. */
export async function courseLesson(actor: Actor, id: string): Promise<CourseLesson | null> {
  if (!isId(id)) return null
  return read(actor, async (tx) => {
    const course = await tx.course.findFirst({
      where: { AND: [{ id }, visible(actor)] },
      select: {
        ...{ ref: true, kind: true, title: true, about: true, minutes: true, passPercent: true },
        ...{ url: true, provider: true, draft: true, number: true },
      },
    })
    if (!course) return null
    const last = await lastContent(tx, id, course.number)
    const texts = currentTexts(course, last)
    const files = await courseFiles(tx, id)
    const next = contentFor(course, texts, course.number + 1, filesOfTexts(texts, files))
    return { texts, last, next, isChanged: !isAsPublished(course, texts, last), files }
  })
}

/** A published version in full. */
export interface CourseVersionText extends VersionFacts {
  content: CourseContent
}

/** A published version of a course; null when there is none, or the actor may not read courses. */
export async function courseVersion(
  actor: Actor,
  id: string,
  number: number,
): Promise<CourseVersionText | null> {
  if (!isId(id) || !Number.isInteger(number) || number < 1 || number > 1_000_000) return null
  return read(actor, async (tx) => {
    const found = await tx.courseVersion.findFirst({
      where: { courseId: id, number, course: visible(actor) },
      select: {
        ...{ number: true, sha256: true, whatChanged: true, publishedAt: true, publishedByName: true },
        content: true,
      },
    })
    return found && { ...found, content: contentOf(found.content) }
  })
}
