import type pg from 'pg'
import { createCourse } from '#lib/courses/commands'
import { publishCourse, saveDraft } from '#lib/courses/lesson-commands'
import { getCourse } from '#lib/courses/queries'
import { CheckedFile } from '#lib/evidence/checked-file'
import type { Actor } from '#lib/kernel/access'
import { starterLessons } from '#lib/law/lessons/starter-lessons'
import { spooled } from './evidence.ts'
import { packageOf } from './packages.ts'
import { createPractice, valueOf } from './practice.ts'

/** What the form of a sound course sends. */
export const courseFacts = {
  title: 'Prompts without patients',
  about: 'What may go into a prompt.',
  kind: 'lesson',
  groups: ['front-desk'],
  minutes: '5',
  passPercent: '80',
  url: '',
  provider: '',
  ownerId: '',
  backupId: '',
}

/** What the editor sends of a lesson that can be published. */
export const lessonWords = {
  language: 'en',
  title: 'Prompts without patients',
  body: 'Leave out **who** it is about.\n\n> A caller asks for a summary.',
  questions: {
    name: {
      ask: 'May a first name with a rare illness go into a prompt?',
      right: 'no',
      options: {
        yes: { text: 'Yes', why: 'A rare illness says who it is.' },
        no: { text: 'No', why: 'It can be known who is meant.' },
      },
    },
  },
}

/** The course's page; throws when the actor does not see it. */
export async function courseDetail(actor: Actor, id: string) {
  const course = await getCourse(actor, id)
  if (!course) throw new Error('not visible')
  return course
}

/** Id and version of a course, as its forms send them. */
export async function seenCourse(actor: Actor, id: string) {
  return { id, version: (await courseDetail(actor, id)).version }
}

/** Adds a course with a text that is not published yet, and gives its id. `words` changes what is written. */
export async function addCourse(officer: Actor, change: object = {}, words: object = {}): Promise<string> {
  const { id } = valueOf(await createCourse(officer, { ...courseFacts, ...change }))
  valueOf(await saveDraft(officer, { ...lessonWords, ...words, ...(await seenCourse(officer, id)) }))
  return id
}

/** Writes another body and publishes it as the next version. */
export async function publishNext(officer: Actor, id: string, body: string, whatChanged = 'Said better') {
  valueOf(await saveDraft(officer, { ...lessonWords, body, ...(await seenCourse(officer, id)) }))
  return valueOf(await publishCourse(officer, { ...(await seenCourse(officer, id)), whatChanged })).number
}

/** A practice whose register holds one published course, CRS-001, owned by its officer. */
export async function practiceWithCourse(pool: pg.Pool) {
  const practice = await createPractice(pool)
  const officer = await practice.actor('officer')
  const id = await addCourse(officer, { ownerId: officer.personId })
  valueOf(await publishCourse(officer, await seenCourse(officer, id)))
  const seen = () => seenCourse(officer, id)
  return { practice, officer, id, seen }
}

/** One input for each command on a course, in an order in which all of them can be called. */
export function courseInputs(
  seen: () => Promise<{ id: string; version: number }>,
  more: () => { today: string; ownerId: string; reason: string },
): Record<string, () => unknown> {
  const on = (input: () => object) => async () => ({ ...input(), ...(await seen()) })
  return {
    'course.edit': on(() => ({ ...courseFacts, title: 'Renamed', ownerId: more().ownerId })),
    'course.package': async () => ({
      language: 'en',
      file: new CheckedFile(await spooled(packageOf()), 'package.zip', 'scorm', 'not-scanned'),
      ...(await seen()),
    }),
    'course.remove-package': on(() => ({ language: 'en' })),
    'course.draft': on(() => ({ ...lessonWords, body: 'Other words.' })),
    'course.publish': on(() => ({ whatChanged: more().reason })),
    'course.review': on(() => ({ on: more().today, note: more().reason })),
    'course.archive': on(() => ({ reason: more().reason })),
    'course.restore': seen,
  }
}

/** Inputs of the commands that name no course: they only touch the caller's own practice. */
export const unaimedCourseInputs: Record<string, () => unknown> = {
  'course.create': () => courseFacts,
  'course.take-starters': () => ({ keys: starterLessons.slice(0, 1).map(({ key }) => key) }),
}

/** A published course with a draft after it, full of a word that only its practice may read. */
export async function canaryCourse(officer: Actor, word: string): Promise<string> {
  const facts = { title: `${word} course`, about: `${word} about`, ownerId: officer.personId }
  const words = { title: `${word} lesson`, body: `${word} body` }
  const id = await addCourse(officer, facts, words)
  valueOf(await publishCourse(officer, await seenCourse(officer, id)))
  const next = { ...lessonWords, ...words, body: `${word} body, written anew` }
  valueOf(await saveDraft(officer, { ...next, ...(await seenCourse(officer, id)) }))
  return id
}
