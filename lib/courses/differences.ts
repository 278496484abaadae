import { count } from '#lib/base/text'
import type { CourseContent } from '#lib/law/lessons/course-content'
import { type LessonText, languageNames, languages } from '#lib/law/lessons/lesson'

/** What one version of a course has that the one before had not, in numbers. Empty when nothing is different. */
export function differencesOf(before: CourseContent, after: CourseContent): string[] {
  const numbers = [
    ...changed('Minutes', before.minutes, after.minutes),
    ...changed('Right answers asked for, in percent', before.passPercent, after.passPercent),
    ...(before.provider === after.provider ? [] : ['Held by somebody else']),
    ...(before.url === after.url ? [] : ['At another address']),
  ]
  const texts = languages.flatMap((language) => {
    const [was, is] = [before.texts[language], after.texts[language]]
    if (was && is) return textDifferences(was, is).map((says) => `${languageNames[language]}: ${says}`)
    if (is) return [`${languageNames[language]} is new`]
    return was ? [`${languageNames[language]} is no longer there`] : []
  })
  const had = new Set(before.files.map(({ id }) => id))
  const has = new Set(after.files.map(({ id }) => id))
  return [
    ...texts,
    ...some(after.files.filter(({ id }) => !had.has(id)).length, 'new file', 'new files'),
    ...some(before.files.filter(({ id }) => !has.has(id)).length, 'file less', 'files less'),
    ...numbers,
  ]
}

const changed = (what: string, was: number, is: number): string[] =>
  was === is ? [] : [`${what}: ${was} before, ${is} now`]

const some = (number: number, one: string, many: string): string[] =>
  number === 0 ? [] : [count(number, one, many)]

function textDifferences(was: LessonText, is: LessonText): string[] {
  const words = wordDifferences(was.body, is.body)
  const before = new Map(was.questions.map((question) => [question.key, JSON.stringify(question)]))
  const after = new Set(is.questions.map(({ key }) => key))
  return [
    ...(was.title === is.title ? [] : ['another title']),
    ...some(words.added, 'word added', 'words added'),
    ...some(words.removed, 'word removed', 'words removed'),
    ...(was.package?.sha256 === is.package?.sha256
      ? []
      : [!was.package ? 'a package is new' : is.package ? 'another package' : 'no package any more']),
    ...(was.body !== is.body && words.added + words.removed === 0 ? ['its order or its marks'] : []),
    ...some(is.questions.filter(({ key }) => !before.has(key)).length, 'new question', 'new questions'),
    ...some(
      is.questions.filter((one) => before.has(one.key) && before.get(one.key) !== JSON.stringify(one)).length,
      'question changed',
      'questions changed',
    ),
    ...some(was.questions.filter(({ key }) => !after.has(key)).length, 'question less', 'questions less'),
  ]
}

/** How many words one text has more often than the other. A word that moved counts for nothing. */
function wordDifferences(was: string, is: string): { added: number; removed: number } {
  const balance = new Map<string, number>()
  const tally = (text: string, by: number) => {
    for (const word of text.split(/\s+/).filter(Boolean)) balance.set(word, (balance.get(word) ?? 0) + by)
  }
  tally(is, 1)
  tally(was, -1)
  let [added, removed] = [0, 0]
  for (const number of balance.values()) {
    if (number > 0) added += number
    else removed -= number
  }
  return { added, removed }
}
