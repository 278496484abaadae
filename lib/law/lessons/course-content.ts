import { z } from 'zod'
import { canonicalJson } from '#lib/base/canonical-json'
import { sha256Of } from '#lib/base/sha256'
import { coursePackage } from './course-package.ts'
import { type Language, type LessonText, languages } from './lesson.ts'

const option = z.object({ key: z.string(), text: z.string(), right: z.boolean(), why: z.string() })
const question = z.object({ key: z.string(), ask: z.string(), options: z.array(option).readonly() })
const text = z.object({
  title: z.string(),
  body: z.string(),
  questions: z.array(question).readonly(),
  /** Absent where there is none, so that a text without one has the hash it always had. */
  package: coursePackage.optional(),
})

/** A picture, video or PDF that a lesson shows, as it was stored. */
const file = z.object({
  /** What the body of the lesson calls it: `![what it shows](file:ID)`. */
  id: z.string(),
  contentId: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  type: z.string(),
})

const courseContent = z.object({
  format: z.literal(1),
  ref: z.string(),
  number: z.int(),
  kind: z.enum(['lesson', 'outside']),
  minutes: z.int(),
  /** Right answers in percent that a signature takes. */
  passPercent: z.int(),
  url: z.string(),
  provider: z.string(),
  texts: z.object({ en: text, es: text.optional() }),
  files: z.array(file),
})

/** Everything that a published version of a course holds. */
export type CourseContent = z.output<typeof courseContent>

/** The content of a published version from the text that is stored and hashed. */
export function contentOf(stored: string): CourseContent {
  return courseContent.parse(JSON.parse(stored))
}

/** A content as it is published: one text for it, and the hash of that text. */
export function sealed(content: CourseContent): { content: string; sha256: string } {
  const stored = canonicalJson(courseContent.parse(content))
  return { content: stored, sha256: sha256Of(stored) }
}

/** The languages of a course, English first. */
export function languagesOf({ texts }: Pick<CourseContent, 'texts'>): Language[] {
  return languages.filter((language) => texts[language])
}

/** The course in this language, or in English where it is not written in it. */
export function textIn(
  { texts }: Pick<CourseContent, 'texts'>,
  language: Language,
): { language: Language; text: LessonText } {
  const wanted = texts[language]
  return wanted ? { language, text: wanted } : { language: 'en', text: texts.en }
}

/** SHA-256 of exactly what somebody reads: title, body, questions and package in one language, and the files shown with it. */
export function textHash(content: CourseContent, wanted: Language): string {
  const { language, text: read } = textIn(content, wanted)
  const { package: played, ...plain } = read
  const whole = { language, ...plain, ...(played ? { package: played } : {}) }
  return sha256Of(canonicalJson({ ...whole, files: content.files.map(({ sha256 }) => sha256) }))
}
