import { fillIn } from '#lib/base/fill-in'
import { type Language, languageNames, languages } from '#lib/law/lessons/lesson'
import { type Chosen, grade } from './grade.ts'
import type { Reason } from './take-refusal.ts'
import type { Words } from './words-en.ts'

/** The languages to choose from, each by its own name. */
export const languageChoices = languages.map((value) => ({ value, label: languageNames[value] }))

/** How far somebody is with a training they have not signed: kept on the server as a draft, and in their own browser. */
export interface Kept {
  language: Language
  /** 0: the lesson; then one for each question; the last one is the signature. */
  step: number
  /** One more each time that wrong answers were taken back. */
  attempt: number
  answers: Chosen
  name: string
}

/** What a draft holds of it: every value a list, as the fields of a form have. */
export type KeptValues = Record<string, string[]>

const answerField = 'answer.'

export function valuesOfKept({ language, step, attempt, answers, name }: Kept): KeptValues {
  return {
    ...Object.fromEntries(Object.entries(answers).map(([key, chosen]) => [answerField + key, [chosen]])),
    ...{ language: [language], step: [String(step)], attempt: [String(attempt)], name: [name] },
  }
}

const wholeNumber = (text: string | undefined) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : 0)

/** What is kept, from a draft's values; what makes no sense counts as nothing. */
export function keptOf(values: Readonly<Record<string, readonly string[]>>, otherwise: Language): Kept {
  const first = (name: string) => values[name]?.[0]
  const answers = Object.entries(values).flatMap(([name, [chosen]]) =>
    name.startsWith(answerField) && chosen ? [[name.slice(answerField.length), chosen]] : [],
  )
  return {
    language: languages.find((one) => one === first('language')) ?? otherwise,
    step: wholeNumber(first('step')),
    attempt: wholeNumber(first('attempt')),
    answers: Object.fromEntries(answers) as Chosen,
    name: first('name') ?? '',
  }
}

/**
 * What two places kept, brought together: nothing that was answered is lost. Of two attempts the later counts; within one, the
 * answers of both do, and of `newer` where both have one.
 */
export function mergeKept(older: Kept, newer: Kept): Kept {
  if (older.attempt > newer.attempt) return { ...older, language: newer.language }
  if (older.attempt < newer.attempt) return newer
  return {
    ...newer,
    step: Math.max(older.step, newer.step),
    answers: { ...older.answers, ...newer.answers },
    name: newer.name || older.name,
  }
}

/** How the answers stand, for the page; the server looks at them again. */
export const tried = grade

/** Why nothing was signed, in the reader's language. */
export function reasonWords(words: Words, reason: Reason, personName: string): string {
  const said: Record<Reason, string> = {
    gone: words.fault,
    closed: words.closed,
    nothing: words.nothingYet,
    changed: words.changed,
    open: words.open,
    failed: words.failed,
    name: fillIn(words.nameWrong, { name: personName }),
    tick: words.tickMissing,
    certificate: words.noCertificate,
    package: words.packageNotDone,
    fault: words.fault,
  }
  return said[reason]
}
