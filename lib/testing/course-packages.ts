import type pg from 'pg'
import { publishCourse } from '#lib/courses/lesson-commands'
import { takePackage } from '#lib/flows/course-package'
import type { Actor } from '#lib/kernel/access'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { now } from '#lib/platform/clock'
import { createCampaign } from '#lib/training/commands'
import { keepPackage } from '#lib/training/package-commands'
import { signTraining } from '#lib/training/take-commands'
import { addCourse, lessonWords, seenCourse } from './courses.ts'
import { spooled } from './evidence.ts'
import { doneState } from './package-state.ts'
import { packageOf } from './packages.ts'
import { valueOf } from './practice.ts'
import { assignmentOf, campaignFacts } from './training.ts'

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

/** A training with a package that a nurse has to do, with what her page sends. */
export async function packageTraining(owner: pg.Pool, officer: Actor, nurse: Actor, bytes?: Uint8Array) {
  const course = await packageCourse(owner, officer, bytes)
  const campaign = valueOf(await createCampaign(officer, campaignFacts(officer, course.courseId)))
  const id = await assignmentOf(owner, campaign.id, nurse.personId)
  const { title } = lessonWords
  const names = { personName: nurse.name, courseTitle: title, practiceName: nurse.practiceName }
  const place = { id, versionId: course.versionId, language: 'en' }
  const sending = {
    ...place,
    answers: {},
    name: nurse.name,
    stated: 'on',
    statement: statementOf('en', names),
  }
  return {
    ...{ ...course, campaignId: campaign.id, id, sending },
    report: (change: object = {}) =>
      keepPackage(nurse, { ...place, state: { ...doneState, ...change } }, now()),
    sign: () => signTraining(nurse, { ...sending, address: '', browser: '' }),
  }
}
