import { z } from 'zod'
import { isDay } from '#lib/base/days'

/** How a question is answered. */
export const questionKinds = [
  { value: 'yes-no', label: 'Yes, no or not applicable' },
  { value: 'choice', label: 'One of several answers' },
  { value: 'text', label: 'In their own words' },
  { value: 'number', label: 'A number' },
  { value: 'date', label: 'A day' },
  { value: 'file', label: 'A file' },
] as const

export const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'na', label: 'Not applicable' },
] as const

/** One question of a template. `key` stays the same when it is reworded, so that answers can be followed from year to year. */
export const questionShape = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'This question has no key.'),
  /** The heading it stands under. */
  section: z.string().trim().min(2, 'Say under which heading it stands.').max(80, 'At most 80 characters.'),
  ask: z.string().trim().min(8, 'Write the question.').max(600, 'At most 600 characters.'),
  why: z.string().trim().max(400, 'At most 400 characters.'),
  kind: z.enum(questionKinds.map(({ value }) => value)),
  /** Of a choice: what can be chosen. */
  options: z
    .array(
      z.object({
        value: z.string().max(40, 'At most 40 characters.'),
        label: z.string().max(200, 'At most 200 characters.'),
      }),
    )
    .max(12, 'At most 12 answers.'),
  /** Of a number: what it counts. */
  unit: z.string().trim().max(40, 'At most 40 characters.'),
  takesFile: z.boolean(),
  /** Values of yes or no, or of a choice, that are worth a look. */
  worrying: z.array(z.string().max(40, 'At most 40 characters.')).max(12, 'At most 12 answers.'),
  /** A number above this, or a day more months ago than this, is worth a look. */
  worryAbove: z
    .number('Write a number.')
    .int('Write a whole number.')
    .min(0, 'Zero or more.')
    .max(1_000_000, 'At most a million.')
    .nullable(),
  /** Key of a rule behind it, for questions that come with the product. */
  rule: z.string().max(60, 'At most 60 characters.').nullable(),
})

export type Question = z.output<typeof questionShape>

/** The questions of a stored version. Throws when they are not what was once saved. */
export function questionsOf(stored: unknown): Question[] {
  return z.array(questionShape).parse(stored)
}

/** What an answer is judged and shown by. */
export interface AnswerFacts {
  value: string
  note: string
  /** How many files came with it. */
  files: number
}

export const noAnswer: AnswerFacts = { value: '', note: '', files: 0 }

/** What can be chosen for a question; empty for those that are answered otherwise. */
export function choicesOf({ kind, options }: Question): readonly { value: string; label: string }[] {
  return kind === 'yes-no' ? yesNo : kind === 'choice' ? options : []
}

/** Whether a question has an answer. Words in the note count: they say why there is none of the asked kind. */
export function isAnswered({ value, note, files }: AnswerFacts): boolean {
  return value !== '' || note !== '' || files > 0
}

/** Why a value is no answer to the question, in words for whoever typed it; null when it is one. Empty is always allowed. */
export function refusalOf(question: Question, value: string): string | null {
  if (value === '') return null
  const choices = choicesOf(question)
  if (choices.length > 0)
    return choices.some((choice) => choice.value === value) ? null : 'Choose one of the answers.'
  if (question.kind === 'number')
    return /^\d{1,9}(\.\d{1,3})?$/.test(value)
      ? null
      : 'Write a number, such as 30, and the rest into the note.'
  if (question.kind === 'date') return isDay(value) ? null : 'Write a day of the calendar.'
  if (question.kind === 'file') return 'Add a file instead.'
  return null
}

/** An answer in words. */
export function inWords(question: Question, value: string): string {
  if (value === '') return ''
  const label = choicesOf(question).find((choice) => choice.value === value)?.label
  return label ?? (question.kind === 'number' && question.unit ? `${value} ${question.unit}` : value)
}
