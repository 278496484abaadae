import { addMonths, type Day, isDay } from '#lib/base/days'
import { type AnswerFacts, inWords, isAnswered, type Question } from './question.ts'

/** What somebody should look at in an answer, in sentences; none when nothing stands out. Says nothing about right and wrong. */
export function worriesOf(question: Question, answer: AnswerFacts, today: Day): string[] {
  if (!isAnswered(answer)) return ['There is no answer.']
  const { value } = answer
  if (value === '') return question.kind === 'file' && answer.files > 0 ? [] : ['There is only a note.']
  if (question.worrying.includes(value)) return [`It says “${inWords(question, value)}”.`]
  const most = question.worryAbove
  if (most === null) return []
  if (question.kind === 'number' && Number(value) > most)
    return [`It is more than ${inWords(question, String(most))}.`]
  if (question.kind === 'date' && isDay(value) && value < addMonths(today, -most))
    return [`It is more than ${most} months ago.`]
  return []
}

/** An answer and the question as it stood. */
export interface Answered {
  question: Question
  answer: AnswerFacts
}

/**
 * How an answer stands to the one of the year before. 'first': there is none to compare with; 'same': question and answer
 * are word for word the same, and no file came with it.
 */
export type Change = 'first' | 'same' | 'changed'

export function changeSince(now: Answered & { confirmed: boolean }, before: Answered | null): Change {
  if (!before) return 'first'
  const sameQuestion = now.question.ask === before.question.ask && now.question.kind === before.question.kind
  const { value, note, files } = now.answer
  const sameAnswer = value === before.answer.value && note === before.answer.note && files === 0
  // Nobody says that a file is still the same but whoever answers.
  const confirmedFile = before.answer.files === 0 || now.confirmed
  return sameQuestion && sameAnswer && confirmedFile ? 'same' : 'changed'
}
