import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { addDays } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { todayFor } from '#lib/kernel/today'
import { statementOf } from '#lib/law/lessons/attestation-statement'
import { type CourseContent, sealed } from '#lib/law/lessons/course-content'
import type { CheckQuestion } from '#lib/law/lessons/lesson'
import { createCampaign } from '#lib/training/commands'
import type { Signed } from '#lib/training/sign'
import { signTraining } from '#lib/training/take-commands'
import { createPractice, type TestPractice, valueOf } from './practice.ts'

const question = (key: string, ask: string): CheckQuestion => ({
  key,
  ask,
  options: [
    { key: 'a', text: 'Ask the privacy officer.', right: true, why: 'They know.' },
    { key: 'b', text: 'Try it and see.', right: false, why: 'By then it has happened.' },
  ],
})

/** A small course in both languages with two questions, of which one may be wrong. */
export const smallCourse: CourseContent = {
  format: 1,
  ref: 'CRS-901',
  number: 1,
  kind: 'lesson',
  minutes: 4,
  passPercent: 50,
  url: '',
  provider: '',
  texts: {
    en: {
      title: 'Approved tools',
      body: '## Why\n\nUse only tools of the list.',
      questions: [question('q1', 'May you?'), question('q2', 'And now?')],
    },
    es: {
      title: 'Herramientas aprobadas',
      body: '## Por qué\n\nUse solo las herramientas de la lista.',
      questions: [question('q1', '¿Puede usted?'), question('q2', '¿Y ahora?')],
    },
  },
  files: [],
}

export const rightAnswers = { q1: 'a', q2: 'a' }
export const wrongAnswers = { q1: 'b', q2: 'b' }

/** A published version of a course, put in past the commands. Returns the ids of both. */
export async function publishCourse(
  owner: pg.Pool,
  by: Actor,
  content: CourseContent = smallCourse,
  courseId: string = randomUUID(),
): Promise<{ courseId: string; versionId: string }> {
  const versionId = randomUUID()
  const { content: stored, sha256 } = sealed(content)
  const { title } = content.texts.en
  await owner.query(
    `INSERT INTO "Course" (id, "practiceId", ref, title, number, "publishedOn") VALUES ($1, $2, $3, $4, $5, current_date)
     ON CONFLICT (id) DO UPDATE SET number = $5`,
    [courseId, by.practiceId, content.ref, title, content.number],
  )
  await owner.query(
    `INSERT INTO "CourseVersion" (id, "practiceId", "courseId", number, content, sha256, "publishedAt", "publishedById", "publishedByName")
     VALUES ($1, $2, $3, $4, $5, $6, now(), $7, $8)`,
    [versionId, by.practiceId, courseId, content.number, stored, sha256, by.personId, by.name],
  )
  return { courseId, versionId }
}

/** What the form of a campaign sends: for everybody, from today on. */
export function campaignFacts(officer: Actor, courseId: string, change: object = {}) {
  const today = todayFor(officer)
  return {
    title: 'First quarter',
    courseId,
    occasion: 'round',
    reason: '',
    changedOn: '',
    groups: [],
    siteIds: [],
    opensOn: today,
    dueOn: addDays(today, 30),
    joinerDays: 30,
    escalateAfterDays: 7,
    ownerId: officer.personId,
    backupId: '',
    ...change,
  }
}

/** What one person has to do of a campaign; throws when nothing. */
export async function assignmentOf(owner: pg.Pool, campaignId: string, personId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM "Assignment" WHERE "campaignId" = $1 AND "personId" = $2`,
    [campaignId, personId],
  )
  if (!rows[0]) throw new Error('not assigned')
  return rows[0].id
}

/** What the page sends when somebody signs in English with every answer right. */
export function signFacts(person: Actor, id: string, versionId: string, change: object = {}) {
  return {
    ...{ id, versionId, language: 'en', answers: rightAnswers, name: person.name, stated: 'on' },
    statement: statementOf('en', {
      personName: person.name,
      courseTitle: smallCourse.texts.en.title,
      practiceName: person.practiceName,
    }),
    ...{ address: '192.0.2.7', browser: 'A browser' },
    ...change,
  }
}

export interface TrainingPractice {
  practice: TestPractice
  officer: Actor
  /** Works at site A. */
  nurse: Actor
  courseId: string
  versionId: string
  campaignId: string
  /** What the nurse has to do. */
  assignmentId: string
}

/** A practice with an open campaign for everybody, in which a nurse has something to sign. */
export async function practiceWithCampaign(owner: pg.Pool): Promise<TrainingPractice> {
  const practice = await createPractice(owner)
  const officer = await practice.actor('officer')
  const nurse = await practice.actor('staff', [practice.siteA])
  const course = await publishCourse(owner, officer)
  const { id } = valueOf(await createCampaign(officer, campaignFacts(officer, course.courseId)))
  return {
    ...{ practice, officer, nurse, ...course, campaignId: id },
    assignmentId: await assignmentOf(owner, id, nurse.personId),
  }
}

/** Signs what somebody has to do. */
export async function signAs(
  person: Actor,
  id: string,
  versionId: string,
  change: object = {},
): Promise<Signed> {
  return valueOf(await signTraining(person, signFacts(person, id, versionId, change)))
}
