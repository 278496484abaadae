import type { CoursePackage } from './course-package.ts'

/** Languages that lessons and the way of staff to a signature are written in. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' }

/** What people do at a practice, as far as training differs by it; a job title stands for one of them. */
export const jobGroups = [
  'front-desk',
  'nursing',
  'clinician',
  'billing',
  'it',
  'manager',
  'leadership',
] as const
export type JobGroup = (typeof jobGroups)[number]

export interface AnswerOption {
  key: string
  text: string
  right: boolean
  /** Told once answered: why this is so, in a sentence. */
  why: string
}

/** A question about a situation; exactly one option is right. */
export interface CheckQuestion {
  key: string
  ask: string
  options: readonly AnswerOption[]
}

/** A lesson in one language. */
export interface LessonText {
  title: string
  /** Markdown as far as lessons use it: paragraphs, ## headings, lists, **bold**, > for a scene. No HTML. */
  body: string
  /** The same keys, options and right answers in every language. */
  questions: readonly CheckQuestion[]
  /** What is played besides the text, in this language. */
  package?: CoursePackage | undefined
}

export type LessonTexts = { en: LessonText } & Partial<Record<Language, LessonText>>

/** A lesson that comes with the product, in our words. */
export interface StarterLesson {
  key: string
  /** Minutes to read it and answer, for somebody who reads slowly. */
  minutes: number
  /** Which quarter of a year's plan it belongs to. */
  quarter: 1 | 2 | 3 | 4
  groups: 'everybody' | readonly JobGroup[]
  /** The rules behind it. */
  citations: readonly string[]
  texts: LessonTexts & { es: LessonText }
}
