import { describe, expect, it } from 'vitest'
import { starterLessons } from '#lib/law/lessons/starter-lessons'
import { evidence } from '#lib/registry'
import { courseDetail, lessonWords, practiceWithCourse, seenCourse } from '#lib/testing/courses'
import { sendFile } from '#lib/testing/evidence'
import { mp4File, officeFile, pngFile } from '#lib/testing/files'
import { createPractice, valueOf } from '#lib/testing/practice'
import { refusalOf } from '#lib/testing/refusals'
import { useTestDatabase } from '#lib/testing/test-database'
import { archiveCourse } from './commands.ts'
import { publishCourse, saveDraft } from './lesson-commands.ts'
import { courseLesson, courseVersion } from './lesson-queries.ts'
import { courseLibrary, takeStarters } from './library-commands.ts'

const database = useTestDatabase()
const withCourse = () => practiceWithCourse(database.owner)

describe('files in a lesson', () => {
  it('are published with the version that shows them, by their hash', async () => {
    const { officer, id, seen } = await withCourse()
    const on = (name: string) => ({ kind: 'course', name, title: `The ${name}` })
    const sign = valueOf(await sendFile(officer, id, pngFile(), on('sign.png')))
    const film = valueOf(await sendFile(officer, id, mp4File(), on('film.mp4')))
    const body = `Look:\n\n![A sign at the door](file:${sign.id})\n\n> ![How to pause it](file:${film.id})`
    valueOf(await saveDraft(officer, { ...lessonWords, body, ...(await seen()) }))
    valueOf(await publishCourse(officer, { ...(await seen()), whatChanged: 'With a sign and a film' }))
    const files = (await courseVersion(officer, id, 2))?.content.files
    expect(files?.map(({ id: of, type, fileName }) => [of, type, fileName])).toEqual([
      [sign.id, 'png', 'sign.png'],
      [film.id, 'mp4', 'film.mp4'],
    ])
    expect(files?.[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    // What is withdrawn later stays with the version that showed it, and cannot be shown by the next.
    valueOf(await evidence.commands.withdraw(officer, { id: sign.id, reason: 'Another sign hangs there' }))
    expect((await courseVersion(officer, id, 2))?.content.files).toHaveLength(2)
    valueOf(await saveDraft(officer, { ...lessonWords, body: `${body}\n\nMore.`, ...(await seen()) }))
    expect(refusalOf(await publishCourse(officer, { ...(await seen()), whatChanged: 'More' }))).toContain(
      'which was withdrawn',
    )
  })

  it('stand in its way when they are not on the course, cannot be shown, or have no words', async () => {
    const { officer, id, seen } = await withCourse()
    const other = await withCourse()
    const theirs = valueOf(
      await sendFile(other.officer, other.id, pngFile(), { kind: 'course', name: 'a.png' }),
    )
    const letter = valueOf(
      await sendFile(officer, id, officeFile('docx'), { kind: 'course', name: 'a.docx', title: 'Letter' }),
    )
    const picture = valueOf(
      await sendFile(officer, id, pngFile(9), { kind: 'course', name: 'b.png', title: 'Sign' }),
    )
    const refused = async (body: string) => {
      valueOf(await saveDraft(officer, { ...lessonWords, body, ...(await seen()) }))
      return refusalOf(await publishCourse(officer, { ...(await seen()), whatChanged: 'A file' }))
    }
    expect(await refused(`![A sign](file:${theirs.id})`)).toContain('not on this course')
    expect(await refused(`![A sign](file:${id})`)).toContain('not on this course')
    expect(await refused(`![A letter](file:${letter.id})`)).toContain('neither shown nor played')
    expect(await refused(`![](file:${picture.id})`)).toContain('no words for those who cannot see it')
    expect((await courseDetail(officer, id)).number).toBe(1)
  })
})

describe('two languages', () => {
  const spanish = {
    language: 'es',
    title: 'Sin pacientes',
    body: 'Deje fuera **quién** es.',
    questions: {
      name: {
        ask: '¿Se puede escribir un nombre?',
        options: { yes: { text: 'Sí', why: 'Se sabe quién es.' }, no: { text: 'No', why: 'Así es.' } },
      },
    },
  }

  it('share questions and right answers; the second is published with the first, or not at all', async () => {
    const { officer, id, seen } = await withCourse()
    const half = { ...spanish, questions: {} }
    valueOf(await saveDraft(officer, { ...half, ...(await seen()) }))
    expect(refusalOf(await publishCourse(officer, { ...(await seen()), whatChanged: 'Spanish' }))).toContain(
      'Español: Question 1: nothing is asked.',
    )
    valueOf(await saveDraft(officer, { ...spanish, ...(await seen()) }))
    valueOf(await publishCourse(officer, { ...(await seen()), whatChanged: 'Spanish' }))
    const texts = (await courseVersion(officer, id, 2))?.content.texts
    expect(texts?.es?.questions[0]?.options).toEqual([
      { key: 'yes', text: 'Sí', right: false, why: 'Se sabe quién es.' },
      { key: 'no', text: 'No', right: true, why: 'Así es.' },
    ])
    valueOf(await saveDraft(officer, { ...spanish, deed: 'remove-language', ...(await seen()) }))
    expect((await courseLesson(officer, id))?.texts.es).toBeUndefined()
  })

  it('follow when a question or an answer of the English text comes or goes', async () => {
    const { officer, id, seen } = await withCourse()
    const write = async (deed: string) =>
      valueOf(await saveDraft(officer, { ...lessonWords, deed, ...(await seen()) }))
    valueOf(await saveDraft(officer, { ...spanish, ...(await seen()) }))
    expect(await write('add-question')).toMatchObject({ added: 'q2' })
    await write('add-option:name')
    const texts = (await courseLesson(officer, id))?.texts
    // Each form says which questions there are: the second was not on this one.
    expect(texts?.en.questions.map(({ key, options }) => [key, options.length])).toEqual([['name', 3]])
    expect(texts?.es?.questions[0]?.options.map(({ text }) => text)).toEqual(['Sí', 'No', ''])
    await write('remove-option:name.yes')
    expect((await courseLesson(officer, id))?.texts.en.questions[0]?.options).toHaveLength(2)
    await write('remove-question:name')
    expect((await courseLesson(officer, id))?.texts.es?.questions).toEqual([])
  })
})

describe('starter lessons', () => {
  it('come in published, in both languages, once however often they are taken', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const [first] = starterLessons
    const keys = starterLessons.map(({ key }) => key)
    const { ids } = valueOf(await takeStarters(officer, { keys: keys.slice(0, 1) }))
    const [id = ''] = ids
    expect(await courseDetail(officer, id)).toMatchObject({
      ...{ ref: 'CRS-001', number: 1, starter: first?.key, minutes: first?.minutes, passPercent: 80 },
      ...{ hasDraft: false, ownerName: officer.name },
    })
    expect((await courseVersion(officer, id, 1))?.content.texts).toEqual(first?.texts)
    expect((await courseLesson(officer, id))?.isChanged).toBe(false)
    // Both at once: the second finds what the first made.
    const both = await Promise.all([takeStarters(officer, { keys }), takeStarters(officer, { keys })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const entries = await courseLibrary(officer)
    expect(new Set(entries.map(({ made }) => made?.ref)).size).toBe(starterLessons.length)
    expect(refusalOf(await takeStarters(officer, { keys }))).toContain('in the register already')
    expect(refusalOf(await takeStarters(officer, { keys: ['nothing'] }))).toContain('Tick at least one')
  })

  it('come back from the archive as they were', async () => {
    const practice = await createPractice(database.owner)
    const officer = await practice.actor('officer')
    const keys = starterLessons.slice(0, 1).map(({ key }) => key)
    const [id = ''] = valueOf(await takeStarters(officer, { keys })).ids
    valueOf(await saveDraft(officer, { ...lessonWords, ...(await seenCourse(officer, id)) }))
    valueOf(await archiveCourse(officer, { ...(await seenCourse(officer, id)), reason: 'Not now' }))
    expect(valueOf(await takeStarters(officer, { keys })).ids).toEqual([id])
    expect(await courseDetail(officer, id)).toMatchObject({ archived: false, hasDraft: true })
  })
})
