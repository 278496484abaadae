import type { Question } from '#lib/questionnaires/question'

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
const listOf = (value: unknown) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** A line of the box with the answers to choose from begins with this when the answer is worth a look. */
export const worryMark = '*'

/**
 * A question as its form sends it. `before`: the one that it changes; answers to choose from that are worded as they were
 * keep their value, so that what was answered can be compared.
 */
export function questionIn(
  sent: Readonly<Record<string, unknown>>,
  before: Question | null,
  newKey: string,
): Question {
  const kind = textOf(sent['kind']) as Question['kind']
  const lines = textOf(sent['options'])
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const options = lines.map((line, at) => {
    const label = line.replace(/^\*\s*/, '')
    const known = before?.options.find((option) => option.label === label)
    return { value: known?.value ?? `${newKey}-${at}`.slice(0, 40), label, worry: line.startsWith(worryMark) }
  })
  const above = textOf(sent['worryAbove'])
  const counts = kind === 'number' || kind === 'date'
  const isChoice = kind === 'choice'
  return {
    key: before?.key ?? newKey,
    section: textOf(sent['section']),
    ask: textOf(sent['ask']),
    why: textOf(sent['why']),
    kind,
    options: isChoice ? options.map(({ value, label }) => ({ value, label })) : [],
    unit: kind === 'number' ? textOf(sent['unit']) : '',
    takesFile: kind === 'file' || textOf(sent['takesFile']) === 'on',
    worrying: isChoice
      ? options.flatMap(({ value, worry }) => (worry ? [value] : []))
      : kind === 'yes-no'
        ? listOf(sent['worrying'])
        : [],
    worryAbove: counts && above !== '' ? Number(above) : null,
    // A rule stands behind the words that it was put to.
    rule: before?.ask === textOf(sent['ask']) ? before.rule : null,
  }
}

/** The questions with one moved up or down by a place, or taken out. */
export function movedTo(questions: readonly Question[], key: string, move: string): Question[] {
  const place = questions.findIndex((question) => question.key === key)
  const question = questions[place]
  if (!question) return [...questions]
  const without = questions.toSpliced(place, 1)
  if (move === 'out') return without
  const to = Math.min(without.length, Math.max(0, place + (move === 'up' ? -1 : 1)))
  return without.toSpliced(to, 0, question)
}
