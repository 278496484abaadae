import type pg from 'pg'
import { publishCourse } from '#lib/courses/lesson-commands'
import { takePackage } from '#lib/flows/course-package'
import type { Actor } from '#lib/kernel/access'
import { addCourse, seenCourse } from './courses.ts'
import { spooled } from './evidence.ts'
import { packageOf } from './packages.ts'
import { valueOf } from './practice.ts'

/** What somebody gets who sends a package for a course. */
export async function sendPackage(
  officer: Actor,
  id: string,
  bytes: Uint8Array = packageOf(),
  { language = 'en', fileName = 'phishing.zip' } = {},
) {
  const { version } = await seenCourse(officer, id)
  return takePackage(
    officer,
    { id, version: String(version), language },
    { spool: await spooled(bytes), fileName },
  )
}

/** A published course of this practice that plays a small package and asks nothing. Gives its id and that of its version. */
export async function packageCourse(owner: pg.Pool, officer: Actor, bytes: Uint8Array = packageOf()) {
  const courseId = await addCourse(officer, {}, { questions: {} })
  valueOf(await sendPackage(officer, courseId, bytes))
  valueOf(await publishCourse(officer, await seenCourse(officer, courseId)))
  const { rows } = await owner.query<{ id: string; content: string }>(
    'SELECT id, content FROM "CourseVersion" WHERE "courseId" = $1 ORDER BY number DESC',
    [courseId],
  )
  const [version] = rows
  if (!version) throw new Error('not published')
  return { courseId, versionId: version.id, content: version.content }
}
