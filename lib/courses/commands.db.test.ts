import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#lib/base/days'
import { sha256Of } from '#lib/base/sha256'
import { parseListState } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { contentOf } from '#lib/law/lessons/course-content'
import {
  addCourse,
  courseDetail,
  courseFacts,
  lessonWords,
  practiceWithCourse,
  publishNext,
  seenCourse,
} from '#lib/testing/courses'
import { createPractice, valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { archiveCourse, createCourse, editCourse, restoreCourse, reviewCourse } from './commands.ts'
import { publishCourse, saveDraft } from './lesson-commands.ts'
import { courseLesson, courseVersion } from './lesson-queries.ts'
import { listCourses } from './queries.ts'
import { answeredFor, courseToReview } from './review-queries.ts'
import { courseTable } from './table.ts'

const database = useTestDatabase()
const withCourse = () => practiceWithCourse(database.owner)
const duties = async (id: string) => {
  const { rows } = await database.owner.query<{ key: string; due: string }>(
    `SELECT key, "dueOn"::text AS due FROM "Obligation" WHERE "recordId" = $1 AND state = 'open' ORDER BY key`,
    [id],
  )
  return rows.map(({ key, due }) => `${key} ${due}`)
}

describe('a course', () => {
  it('is written, published, and then due to be looked through in a year', async () => {
    const { officer, id } = await withCourse()
    const course = await courseDetail(officer, id)
    expect(course).toMatchObject({
      ref: 'CRS-001',
      number: 1,
      hasDraft: false,
      publishedOn: todayFor(officer),
    })
    expect(await duties(id)).toEqual([`review ${addMonths(todayFor(officer), 12)}`])
    const version = await courseVersion(officer, id, 1)
    expect(version?.content).toMatchObject({
      ...{ ref: 'CRS-001', number: 1, minutes: 5, passPercent: 80, kind: 'lesson', files: [] },
      texts: { en: { title: lessonWords.title, body: lessonWords.body } },
    })
    expect(version?.content.texts.en.questions[0]?.options.map(({ right }) => right)).toEqual([false, true])
  })

  it('has no duty, and cannot be looked through, before anything of it is published', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const id = await addCourse(officer)
    expect(await duties(id)).toEqual([])
    const review = { ...(await seenCourse(officer, id)), on: todayFor(officer), note: 'All of it' }
    expect(refusalOf(await reviewCourse(officer, review))).toContain('Nothing of this course is published')
  })

  it('keeps its versions as they were: the application can neither change nor delete one', async () => {
    const { officer, id } = await withCourse()
    await publishNext(officer, id, 'Other words.')
    const { rows } = await database.owner.query<{ number: number; content: string; sha256: string }>(
      'SELECT number, content, sha256 FROM "CourseVersion" WHERE "courseId" = $1 ORDER BY number',
      [id],
    )
    expect(rows.map(({ number, content }) => [number, contentOf(content).texts.en.body])).toEqual([
      [1, lessonWords.body],
      [2, 'Other words.'],
    ])
    for (const { content, sha256 } of rows) expect(sha256Of(content)).toBe(sha256)
    const application = new pg.Pool({ connectionString: database.appUrl, max: 1 })
    try {
      for (const deed of [
        `UPDATE "CourseVersion" SET "whatChanged" = 'x'`,
        'DELETE FROM "CourseVersion"',
        'TRUNCATE "CourseVersion"',
        'DELETE FROM "Course"',
      ])
        await expect(application.query(deed), deed).rejects.toThrow(/permission denied/)
    } finally {
      await application.end()
    }
    await expect(
      database.owner.query(`UPDATE "CourseVersion" SET content = content || ' ' WHERE "courseId" = $1`, [id]),
    ).rejects.toThrow(/sha256/)
  })

  it('is not published again when nothing changed, nor without saying what did', async () => {
    const { officer, id, seen } = await withCourse()
    const again = await publishCourse(officer, { ...(await seen()), whatChanged: 'Nothing, in fact' })
    expect(refusalOf(again)).toContain('Nothing is different from version 1')
    valueOf(await saveDraft(officer, { ...lessonWords, body: 'New.', ...(await seen()) }))
    expect((await courseDetail(officer, id)).hasDraft).toBe(true)
    expect(refusalOf(await publishCourse(officer, await seen()))).toContain('Say in a few words')
    // Written back to what it was, nothing is left to publish.
    valueOf(await saveDraft(officer, { ...lessonWords, ...(await seen()) }))
    expect((await courseDetail(officer, id)).hasDraft).toBe(false)
  })

  it('makes a change of its minutes a change to publish, but not one of its owner', async () => {
    const { officer, id, seen } = await withCourse()
    valueOf(await editCourse(officer, { ...courseFacts, groups: [], ...(await seen()) }))
    expect(await courseDetail(officer, id)).toMatchObject({ hasDraft: false, groups: [], ownerName: null })
    valueOf(await editCourse(officer, { ...courseFacts, minutes: '7', ...(await seen()) }))
    expect(await courseDetail(officer, id)).toMatchObject({ hasDraft: true, minutes: 7 })
    const next = valueOf(await publishCourse(officer, { ...(await seen()), whatChanged: 'Longer' }))
    expect((await courseVersion(officer, id, next.number))?.content.minutes).toBe(7)
    expect((await courseVersion(officer, id, 1))?.content.minutes).toBe(5)
  })

  it('refuses what was written on an older state, and leaves what the other wrote', async () => {
    const { officer, id, seen } = await withCourse()
    const old = await seen()
    valueOf(await saveDraft(officer, { ...lessonWords, body: 'First.', ...old }))
    expect(refusalOf(await saveDraft(officer, { ...lessonWords, body: 'Second.', ...old }))).toMatch(
      /^conflict/,
    )
    expect((await courseLesson(officer, id))?.texts.en.body).toBe('First.')
  })

  it('held elsewhere is published from its facts, and has no text to write', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const outside = { ...courseFacts, kind: 'outside' }
    expect(refusalOf(await createCourse(officer, outside))).toContain('Say who holds it')
    const url = 'https://training.example/hipaa'
    expect(refusalOf(await createCourse(officer, { ...outside, url: 'http://training.example' }))).toContain(
      'https://',
    )
    const { id } = valueOf(await createCourse(officer, { ...outside, url, provider: 'The insurer' }))
    const text = await saveDraft(officer, { ...lessonWords, ...(await seenCourse(officer, id)) })
    expect(refusalOf(text)).toContain('has no text here')
    valueOf(await publishCourse(officer, await seenCourse(officer, id)))
    expect((await courseVersion(officer, id, 1))?.content).toMatchObject({
      ...{ kind: 'outside', url, provider: 'The insurer' },
      texts: { en: { title: courseFacts.title, body: courseFacts.about, questions: [] } },
    })
    const lesson = { ...courseFacts, ...(await seenCourse(officer, id)) }
    expect(refusalOf(await editCourse(officer, lesson))).toContain('Make another course')
  })

  it('is looked through by its owner without being read, and is then due again in a year', async () => {
    const { practice, officer, id, seen } = await withCourse()
    const [nurse, other] = [await practice.actor('staff'), await practice.actor('staff')]
    valueOf(await editCourse(officer, { ...courseFacts, ownerId: nurse.personId, ...(await seen()) }))
    await database.owner.query(`UPDATE "Course" SET "publishedOn" = $2, "nextDueOn" = NULL WHERE id = $1`, [
      id,
      addDays(todayFor(officer), -400),
    ])
    expect(await courseToReview(other, id)).toBeNull()
    expect(await courseToReview(nurse, id)).toMatchObject({ isReadable: false, content: { number: 1 } })
    expect([...(await answeredFor(nurse, [id]))]).toEqual([id])
    const review = async () => ({ ...(await seen()), on: todayFor(officer), note: 'Nothing to change.' })
    expect(refusalOf(await reviewCourse(other, await review()))).toMatch(/^not-found/)
    valueOf(await reviewCourse(nurse, await review()))
    expect(await duties(id)).toEqual([`review ${addMonths(todayFor(officer), 12)}`])
  })

  it('is put away and comes back with its duty', async () => {
    const { officer, id, seen } = await withCourse()
    valueOf(await archiveCourse(officer, { ...(await seen()), reason: 'No longer taught' }))
    expect(await duties(id)).toEqual([])
    expect(refusalOf(await publishCourse(officer, await seen()))).toContain('archived')
    valueOf(await restoreCourse(officer, await seen()))
    expect(await duties(id)).toHaveLength(1)
  })

  it('is found by how far it is', async () => {
    const { officer, id } = await withCourse()
    const draft = await addCourse(officer, { title: 'Not published' })
    const changed = await addCourse(officer, { title: 'Changed' })
    valueOf(await publishCourse(officer, await seenCourse(officer, changed)))
    const words = { ...lessonWords, body: 'Anew.', ...(await seenCourse(officer, changed)) }
    valueOf(await saveDraft(officer, words))
    const found = async (state: string) => {
      const { rows } = await listCourses(officer, parseListState(courseTable, { state }))
      return rows.map((row) => row.id).sort()
    }
    expect(await found('draft')).toEqual([draft])
    expect(await found('changed')).toEqual([changed])
    expect(await found('published')).toEqual([id, changed].sort())
  })
})
