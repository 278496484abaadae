'use client'

import type { Language } from '#lib/law/lessons/lesson'
import { languageChoices } from '#lib/training/take-schema'
import type { Words } from '#lib/training/words-en'
import type { Keeping } from './keep-taking.ts'

/** English or Spanish: at once with script, by a form without. */
export function LanguageChoice({
  language,
  words,
  speak,
  door,
  id,
}: {
  language: Language
  words: Words
  speak: (language: Language) => void
  door: string
  id: string
}) {
  return (
    <form
      className="take-languages"
      method="post"
      action={door}
      aria-label={words.languageChoice}
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="what" value="language" />
      <input type="hidden" name="id" value={id} />
      {languageChoices.map(({ value: one, label }) => (
        <button
          key={one}
          type="submit"
          name="language"
          value={one}
          lang={one}
          className="take-language"
          aria-pressed={one === language}
          onClick={() => speak(one)}
        >
          {label}
        </button>
      ))}
    </form>
  )
}

/** Read, answer, sign: where one is. */
export function StepList({ words, hasQuestions, now }: { words: Words; hasQuestions: boolean; now: number }) {
  const steps = [
    { at: 0, label: words.stepRead },
    ...(hasQuestions ? [{ at: 1, label: words.stepAnswer }] : []),
    { at: 2, label: words.stepSign },
  ]
  return (
    <ol className="take-step-list" aria-label={words.stepsLabel}>
      {steps.map(({ at, label }) => (
        <li key={at} aria-current={at === now ? 'step' : undefined} data-past={at < now || undefined}>
          {label}
        </li>
      ))}
    </ol>
  )
}

/** Whether what was done is on the server. */
export function Saving({ keeping, words }: { keeping: Keeping; words: Words }) {
  const says: Record<Keeping, string> = {
    none: '',
    saving: words.saving,
    saved: words.saved,
    waiting: words.notSaved,
    'signed-out': words.signedOut,
  }
  return (
    <p
      className="take-saving"
      role="status"
      data-wrong={keeping === 'waiting' || keeping === 'signed-out' || undefined}
      data-unsaved={keeping === 'signed-out' || undefined}
    >
      {says[keeping]}
    </p>
  )
}
