import { count, listInWords, shorten } from '#lib/base/text'

/** What a file of a framework may hold. */
export const OWN_LIMITS = {
  bytes: 15 * 1024 * 1024,
  requirements: 5_000,
  code: 120,
  title: 500,
  text: 20_000,
}

/** One requirement as a file has it. `where`: its row, or its place in a catalog, for messages. */
export type OwnRow = {
  code: string
  group: string
  title: string
  text: string
  where: string
}

/** Why a file cannot be taken, in words for the person who chose it. */
export class FrameworkFileError extends Error {}

const shownProblems = 20

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A text as PostgreSQL takes it. */
export const clean = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()

/** What is wrong with the requirements of a file, in words; nothing when all of them can come in. */
export function problemsOf(rows: readonly OwnRow[]): string[] {
  if (rows.length === 0) return ['There is no requirement in it.']
  if (rows.length > OWN_LIMITS.requirements)
    return [
      `It has ${count(rows.length, 'requirement')}. At most ${OWN_LIMITS.requirements.toLocaleString('en-US')} can come in at once.`,
    ]
  const problems: string[] = []
  const byCode = Map.groupBy(rows, ({ code }) => code.toLowerCase())
  for (const { code, title, text, where } of rows) {
    if (!code) problems.push(`${capital(where)} has no id.`)
    if (!title && code) problems.push(`${capital(where)} has no title.`)
    if (code.length > OWN_LIMITS.code)
      problems.push(
        `The id in ${where} is longer than ${OWN_LIMITS.code} characters. Is it the right column?`,
      )
    if (title.length > OWN_LIMITS.title)
      problems.push(
        `The title in ${where} is longer than ${OWN_LIMITS.title} characters. Is it the right column?`,
      )
    if (text.length > OWN_LIMITS.text)
      problems.push(
        `The text in ${where} is longer than ${OWN_LIMITS.text.toLocaleString('en-US')} characters.`,
      )
  }
  for (const [code, same] of byCode)
    if (code && same.length > 1)
      problems.push(
        `The id “${shorten(same[0]?.code ?? '', 60)}” stands more than once: ${listInWords(same.slice(0, 6).map(({ where }) => where))}.`,
      )
  return problems.length > shownProblems
    ? [...problems.slice(0, shownProblems), `And ${count(problems.length - shownProblems, 'problem')} more.`]
    : problems
}
