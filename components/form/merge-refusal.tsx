import { z } from 'zod'
import { type Answers, mergeAnswers } from '#lib/base/merge-answers'
import { listInWords } from '#lib/base/text'
import type { FormState } from './action-form.tsx'

const answers = z.record(z.string(), z.array(z.string()))

/** What a form says it was opened with; null without script, or when it is not readable. */
function openedOf(form: FormData): Answers | null {
  const sent = form.get('$opened')
  if (typeof sent !== 'string' || sent === '') return null
  try {
    return answers.safeParse(JSON.parse(sent)).data ?? null
  } catch {
    return null
  }
}

/** What the other saved in one field: what the field is called, and their answer in words ('' for none). */
export interface TheirAnswer {
  label: string
  text: string
}

const LONGEST = 300

function beside({ text }: TheirAnswer): string {
  const said = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text
  const theirs = said === '' ? 'They left this empty.' : `They saved “${said}”.`
  return `You both changed this. ${theirs} Saving puts what stands here in its place.`
}

/**
 * The state of a form that came second: what this person did not touch shows the other's answer, what both changed stays as
 * entered and says beside it what the other saved. `who` tells who saved what; `name` gives the words for a field.
 */
export function mergedState<State extends FormState>(
  plain: State,
  form: FormData,
  entered: Answers,
  current: { version: number; answers: Answers },
  who: string,
  name: (field: string) => TheirAnswer,
): State & { values: Answers; version: number } {
  const { values, opened, taken, clashes } = mergeAnswers(openedOf(form), entered, current.answers)
  const both = clashes.map((field) => [field, name(field)] as const)
  const mine =
    both.length > 0
      ? `You both changed ${listInWords(both.map(([, { label }]) => `“${label}”`))}: choose there.`
      : 'Saving keeps theirs and adds yours.'
  const theirs = taken.length > 0 ? ' Where you changed nothing, their answers stand in the form now.' : ''
  return {
    ...plain,
    values: { ...values, version: [String(current.version)] },
    version: current.version,
    merged: { version: current.version, opened, clashes },
    message: `${who} Nothing of yours is saved yet, and nothing you typed is lost.${theirs} ${mine}`,
    fields: Object.fromEntries(both.map(([field, said]) => [field.replace(/\[\]$/, ''), beside(said)])),
  }
}
