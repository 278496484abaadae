import { lessonFileShape } from '#lib/base/lesson-file'
import { filesShown } from '#lib/base/lesson-markdown'
import type { CheckQuestion, Language, LessonText, LessonTexts } from '#lib/law/lessons/lesson'
import { languageNames, languages } from '#lib/law/lessons/lesson'
import { fewestOptions, mostOptions } from './lesson-limits.ts'

/** Why a lesson cannot be published as it is. */
export interface LessonProblem {
  language: Language
  /** Where in the editor it is mended. */
  at: string
  says: string
}

/** A file on a course, as far as its lesson is concerned. */
export interface CourseFile {
  id: string
  contentId: string
  sha256: string
  title: string
  fileName: string
  type: string
  isWithdrawn: boolean
}

/** Everything that stands in the way of publishing these texts. */
export function lessonProblems(
  texts: LessonTexts,
  files: readonly CourseFile[],
  kind: string,
): LessonProblem[] {
  return languages.flatMap((language) => {
    const text = texts[language]
    if (!text) return []
    const say = (at: string, says: string): LessonProblem => ({ language, at, says })
    return [
      ...(text.title === '' ? [say('title', 'The title is missing.')] : []),
      ...(text.body === '' && !text.package && kind === 'lesson' ? [say('body', 'The text is empty.')] : []),
      ...fileProblems(text, files).map((says) => say('body', says)),
      ...packageProblems(text, texts, files).map((says) => say('package', says)),
      ...text.questions.flatMap((question, at) =>
        questionProblems(question).map((says) =>
          say(`question-${question.key}`, `Question ${at + 1}: ${says}`),
        ),
      ),
    ]
  })
}

/** A problem in words that name the language where there is more than one. */
export function problemInWords({ language, says }: LessonProblem, texts: LessonTexts): string {
  return texts.es ? `${languageNames[language]}: ${says}` : says
}

type Known = ReadonlyMap<string, CourseFile>
const shapeIn = (known: Known, one: { id: string } | undefined) =>
  one ? lessonFileShape(known.get(one.id)?.type ?? '') : null
const isBehindVideo = (before: { id: string } | undefined, known: Known) => shapeIn(known, before) === 'video'

/**
 * Videos whose words nobody can read (WCAG 2.2, 1.2.2): right behind them stand neither captions nor a PDF of what is said.
 * It can be published all the same; whoever does it is told.
 */
export function videosWithoutWords(texts: LessonTexts, files: readonly CourseFile[]): LessonProblem[] {
  const known = new Map(files.map((file) => [file.id, file]))
  return languages.flatMap((language) => {
    const shown = filesShown(texts[language]?.body ?? '')
    return shown.flatMap((one, at): LessonProblem[] => {
      const behind = shapeIn(known, shown[at + 1])
      if (shapeIn(known, one) !== 'video' || behind === 'captions' || behind === 'pdf') return []
      return [{ language, at: 'body', says: `The video “${known.get(one.id)?.title ?? one.alt}”` }]
    })
  })
}

function fileProblems({ body }: LessonText, files: readonly CourseFile[]): string[] {
  const known = new Map(files.map((file) => [file.id, file]))
  const shown = filesShown(body)
  const said = shown.flatMap(({ id, alt }, at): string[] => {
    const file = known.get(id)
    if (!file) return ['The text shows a file that is not on this course.']
    const name = `“${file.title}”`
    if (file.isWithdrawn) return [`The text shows the file ${name}, which was withdrawn.`]
    if (lessonFileShape(file.type) === null)
      return [
        `The file ${name} can be neither shown nor played in a lesson. Use a picture, a video with its captions, or a PDF.`,
      ]
    if (lessonFileShape(file.type) === 'captions' && !isBehindVideo(shown[at - 1], known))
      return [`The captions ${name} belong right behind the video whose words they are.`]
    if (alt.length < 3)
      return [
        `The file ${name} has no words for those who cannot see it: write them between the square brackets.`,
      ]
    return []
  })
  return [...new Set(said)]
}

function packageProblems(text: LessonText, texts: LessonTexts, files: readonly CourseFile[]): string[] {
  const { package: played } = text
  if (!played)
    return languages.some((language) => texts[language]?.package)
      ? ['The other language has a package and this one has none. Add one, or leave a language out.']
      : []
  const file = files.find(({ id }) => id === played.id)
  return file && !file.isWithdrawn
    ? []
    : [`The package “${played.title}” was withdrawn. Take it out, or add another one.`]
}

function questionProblems({ ask, options }: CheckQuestion): string[] {
  const filled = options.filter(({ text }) => text !== '')
  const right = options.filter((one) => one.right).length
  const alike = new Set(filled.map(({ text }) => text.toLowerCase())).size < filled.length
  return [
    ...(ask === '' ? ['nothing is asked.'] : []),
    ...(options.length < fewestOptions || options.length > mostOptions
      ? [`it needs ${fewestOptions} to ${mostOptions} answers to choose from.`]
      : []),
    ...(filled.length < options.length ? ['an answer has no words.'] : []),
    ...(alike ? ['two answers say the same.'] : []),
    ...(right === 1 ? [] : ['say which answer is right.']),
    ...(options.some(({ why }) => why === '') ? ['say of each answer why it is right or wrong.'] : []),
  ]
}
