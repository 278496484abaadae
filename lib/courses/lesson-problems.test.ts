import { describe, expect, it } from 'vitest'
import type { CheckQuestion, LessonTexts } from '#lib/law/lessons/lesson'
import { starterLessons } from '#lib/law/lessons/starter-lessons'
import { differencesOf } from './differences.ts'
import { contentFor } from './lesson-draft.ts'
import { type CourseFile, lessonProblems, videosWithoutWords } from './lesson-problems.ts'

const option = (key: string, text: string, right = false) => ({ key, text, right, why: 'Because.' })
const sound: CheckQuestion = {
  key: 'q1',
  ask: 'What now?',
  options: [option('a', 'Ask', true), option('b', 'Wait')],
}
const texts = (...questions: CheckQuestion[]): LessonTexts => ({
  en: { title: 'Title', body: 'Some words here.', questions },
})
const said = (question: Partial<CheckQuestion>) =>
  lessonProblems(texts({ ...sound, ...question }), [], 'lesson').map(({ says }) => says)

describe('what stands in the way of publishing', () => {
  it('is nothing for a sound lesson, for one without questions, and for each starter lesson', () => {
    expect(said({})).toEqual([])
    expect(lessonProblems(texts(), [], 'lesson')).toEqual([])
    for (const { key, texts: of } of starterLessons) expect(lessonProblems(of, [], 'lesson'), key).toEqual([])
  })

  it.each<[Partial<CheckQuestion>, RegExp]>([
    [{ ask: '' }, /nothing is asked/],
    [{ options: [option('a', 'Ask', true)] }, /needs 2 to 5 answers/],
    [{ options: ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => option(key, key, key === 'a')) }, /needs 2 to 5/],
    [{ options: [option('a', 'Ask', true), option('b', '')] }, /an answer has no words/],
    [{ options: [option('a', 'Ask', true), option('b', 'ask')] }, /two answers say the same/],
    [{ options: [option('a', 'Ask'), option('b', 'Wait')] }, /say which answer is right/],
    [{ options: [option('a', 'Ask', true), option('b', 'Wait', true)] }, /say which answer is right/],
    [
      { options: [option('a', 'Ask', true), { ...option('b', 'Wait'), why: '' }] },
      /why it is right or wrong/,
    ],
  ])('is told of a broken question: %j', (change, words) => {
    expect(said(change)).toEqual([expect.stringMatching(words)])
  })

  it('is an empty text, but not for a course held elsewhere', () => {
    const empty: LessonTexts = { en: { title: 'Title', body: '', questions: [] } }
    expect(lessonProblems(empty, [], 'lesson').map(({ says }) => says)).toEqual(['The text is empty.'])
    expect(lessonProblems(empty, [], 'outside')).toEqual([])
  })
})

describe('a video in a lesson', () => {
  const file = (id: string, type: string): CourseFile => ({
    ...{ id, type, title: `A ${type}`, fileName: `a.${type}`, contentId: id, sha256: '', isWithdrawn: false },
  })
  const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`
  const files = [file(id(1), 'mp4'), file(id(2), 'vtt'), file(id(3), 'pdf'), file(id(4), 'png')]
  const body = (...digits: number[]) => digits.map((at) => `![Some words](file:${id(at)})`).join('\n\n')
  const lesson = (en: string, es?: string): LessonTexts => ({
    en: { title: 'Title', body: en, questions: [] },
    ...(es === undefined ? {} : { es: { title: 'Title', body: es, questions: [] } }),
  })
  const silent = (...bodies: [string, string?]) =>
    videosWithoutWords(lesson(...bodies), files).map(({ language }) => language)

  it('is told of when neither captions nor a PDF stand right behind it, in each language by itself', () => {
    expect(silent(body(1, 2))).toEqual([])
    expect(silent(body(1, 3))).toEqual([])
    expect(silent(body(4))).toEqual([])
    expect(silent(body(1))).toEqual(['en'])
    expect(silent(body(1, 4, 2))).toEqual(['en'])
    expect(silent(body(1, 2), body(1))).toEqual(['es'])
  })

  it('has its captions right behind it, and nowhere else', () => {
    const said = (text: string) => lessonProblems(lesson(text), files, 'lesson').map(({ says }) => says)
    expect(said(body(1, 2))).toEqual([])
    expect(said(body(2, 1))).toEqual([expect.stringMatching(/belong right behind the video/)])
    expect(said(body(1, 4, 2))).toEqual([expect.stringMatching(/belong right behind the video/)])
  })
})

describe('the differences between two versions', () => {
  const facts = {
    ref: 'CRS-001',
    kind: 'lesson',
    title: '',
    about: '',
    minutes: 5,
    passPercent: 80,
    url: '',
    provider: '',
  }
  const before = contentFor(facts, texts(sound), 1, [])

  it('are told in numbers', () => {
    const { en } = texts({ ...sound, ask: 'And now?' }, { ...sound, key: 'q2' })
    const after = contentFor(
      { ...facts, minutes: 6 },
      { en: { ...en, body: 'Some other words stand here.' }, es: en },
      2,
      [{ id: 'f', contentId: 'c', sha256: 's', fileName: 'a.png', type: 'png' }],
    )
    expect(differencesOf(before, after)).toEqual([
      'English: 2 words added',
      'English: 1 new question',
      'English: 1 question changed',
      'Español is new',
      '1 new file',
      'Minutes: 5 before, 6 now',
    ])
    expect(differencesOf(after, before)).toContain('Español is no longer there')
  })

  it('are none between the same, and never none between two texts that differ', () => {
    expect(differencesOf(before, { ...before, number: 2 })).toEqual([])
    const moved = contentFor(facts, { en: { ...texts(sound).en, body: 'here words Some.' } }, 2, [])
    expect(differencesOf(before, moved)).not.toEqual([])
  })
})
