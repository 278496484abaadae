import { z } from 'zod'
import type { CourseContent } from '#lib/law/lessons/course-content'
import { coursePackage } from '#lib/law/lessons/course-package'
import type { AnswerOption, CheckQuestion, Language, LessonText, LessonTexts } from '#lib/law/lessons/lesson'
import { fewestOptions, mostOptions, mostQuestions } from './lesson-limits.ts'
import type { WrittenDraft } from './schema.ts'

const option = z.object({ key: z.string(), text: z.string(), right: z.boolean(), why: z.string() })
const question = z.object({ key: z.string(), ask: z.string(), options: z.array(option) })
const text = z.object({
  title: z.string(),
  body: z.string(),
  questions: z.array(question),
  package: coursePackage.optional(),
})
const stored = z.object({ en: text, es: text.optional() })

/** What is being written, from the column that keeps it; null when nothing is. */
export function draftOf(column: unknown): LessonTexts | null {
  return column === null ? null : stored.parse(column)
}

/** The part of a course's facts that is published with its text. */
export interface PublishedFacts {
  ref: string
  kind: string
  title: string
  about: string
  minutes: number
  passPercent: number
  url: string
  provider: string
}

/** What the text of a course begins as. A course held elsewhere has no more than its description. */
export function firstText({
  title,
  about,
  kind,
}: Pick<PublishedFacts, 'title' | 'about' | 'kind'>): LessonTexts {
  return { en: { title, body: kind === 'outside' ? about : '', questions: [] } }
}

/** A course as this version of it would be. */
export function contentFor(
  { ref, kind, minutes, passPercent, url, provider }: PublishedFacts,
  texts: LessonTexts,
  number: number,
  files: CourseContent['files'],
): CourseContent {
  const isOutside = kind === 'outside'
  const copy = ({ title, body, questions, package: played }: LessonText) => ({
    title,
    body,
    questions: questions.map(({ key, ask, options }) => ({
      key,
      ask,
      options: options.map((one) => ({ key: one.key, text: one.text, right: one.right, why: one.why })),
    })),
    ...(played ? { package: played } : {}),
  })
  return {
    format: 1,
    ref,
    number,
    kind: isOutside ? 'outside' : 'lesson',
    minutes,
    passPercent,
    url: isOutside ? url : '',
    provider: isOutside ? provider : '',
    texts: { en: copy(texts.en), ...(texts.es ? { es: copy(texts.es) } : {}) },
    files,
  }
}

/** The first of `stem1`, `stem2`… that nothing is called. */
function freeKey(stem: string, taken: readonly { key: string }[]): string {
  for (let number = taken.length + 1; ; number += 1)
    if (taken.every(({ key }) => key !== `${stem}${number}`)) return `${stem}${number}`
}

const emptyOption = (key: string): AnswerOption => ({ key, text: '', right: false, why: '' })
const emptyQuestion = (key: string): CheckQuestion => ({
  key,
  ask: '',
  options: [emptyOption('o1'), emptyOption('o2'), emptyOption('o3')],
})

/** The English questions as they were written: its form says which there are, in which order, and what is right. */
function writtenInEnglish({ questions }: WrittenDraft): CheckQuestion[] {
  return Object.entries(questions)
    .slice(0, mostQuestions)
    .map(([key, { ask, right, options }]) => ({
      key,
      ask,
      options: Object.entries(options)
        .slice(0, mostOptions)
        .map(([of, words]) => ({ key: of, text: words.text, right: of === right, why: words.why })),
    }))
}

/** Adds or takes away a question or an option. What cannot be done (a sixth option) changes nothing. */
function afterDeed(questions: readonly CheckQuestion[], deed: string): CheckQuestion[] {
  const [what = '', at = ''] = deed.split(':')
  if (what === 'add-question')
    return questions.length < mostQuestions
      ? [...questions, emptyQuestion(freeKey('q', questions))]
      : [...questions]
  if (what === 'remove-question') return questions.filter(({ key }) => key !== at)
  const [questionKey, optionKey] = at.split('.')
  return questions.map((one) => {
    if (one.key !== questionKey) return one
    const { options } = one
    if (what === 'add-option' && options.length < mostOptions)
      return { ...one, options: [...options, emptyOption(freeKey('o', options))] }
    if (what === 'remove-option' && options.length > fewestOptions)
      return { ...one, options: options.filter(({ key }) => key !== optionKey) }
    return one
  })
}

/** Questions of another language in the shape of the English ones: same keys, same order, same right answers. */
function inShapeOf(
  english: readonly CheckQuestion[],
  words: (question: string, option: string) => { ask: string; text: string; why: string },
): CheckQuestion[] {
  return english.map(({ key, options }) => ({
    key,
    ask: words(key, '').ask,
    options: options.map((one) => {
      const { text: said, why } = words(key, one.key)
      return { key: one.key, text: said, right: one.right, why }
    }),
  }))
}

function wordsOf(questions: readonly CheckQuestion[]) {
  return (key: string, of: string) => {
    const found = questions.find((one) => one.key === key)
    const said = found?.options.find((one) => one.key === of)
    return { ask: found?.ask ?? '', text: said?.text ?? '', why: said?.why ?? '' }
  }
}

/**
 * The texts after one language of them was written. English decides which questions and options there are; the other
 * language follows, with empty words for what is new.
 */
export function textsAfter(texts: LessonTexts, written: WrittenDraft): LessonTexts {
  const { language, title, body, deed } = written
  if (language === 'en') {
    const questions = afterDeed(writtenInEnglish(written), deed)
    const { es } = texts
    return {
      en: { ...texts.en, title, body, questions },
      ...(es ? { es: { ...es, questions: inShapeOf(questions, wordsOf(es.questions)) } } : {}),
    }
  }
  if (deed === 'remove-language') return { en: texts.en }
  const given = (key: string, of: string) => {
    const found = written.questions[key]
    const said = found?.options[of]
    return { ask: found?.ask ?? '', text: said?.text ?? '', why: said?.why ?? '' }
  }
  return { en: texts.en, es: { ...texts.es, title, body, questions: inShapeOf(texts.en.questions, given) } }
}

/** The text of a language to begin with: what there is, or the English questions without words. */
export function textToWrite(texts: LessonTexts, language: Language): LessonText {
  return (
    texts[language] ?? {
      title: '',
      body: '',
      questions: inShapeOf(texts.en.questions, () => ({ ask: '', text: '', why: '' })),
    }
  )
}
