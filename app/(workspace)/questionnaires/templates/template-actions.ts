'use server'

import { randomBytes } from 'node:crypto'
import { formObject } from '#lib/base/form-data'
import type { Actor } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import type { Question } from '#lib/questionnaires/question'
import { retireTemplate, saveTemplate } from '#lib/questionnaires/template-commands'
import { getTemplate, type Template } from '#lib/questionnaires/template-queries'
import { draftKeyOf, type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'
import type { DecisionState } from '../../question-form.tsx'
import { movedTo, questionIn } from './template-edits.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** Saves the questions of a template after `change`, as a new version, unless somebody else was quicker. */
async function save(
  actor: Actor,
  form: FormData,
  change: (template: Template) => Partial<Pick<Template, 'name' | 'about' | 'questions'>>,
) {
  const sent = formObject(form)
  const template = await getTemplate(actor, textOf(sent['template']))
  if (!template)
    return {
      ok: false as const,
      code: 'not-found' as const,
      message: 'These questions are no longer there.',
      fields: {},
    }
  const { key, name, about, questions } = template
  const input = { template: key, version: sent['version'], name, about, questions, ...change(template) }
  return saveTemplate(actor, input)
}

const pathOf = (id: string) => `/questionnaires/templates/${id}`

/** Begins a set of questions with its first one. */
export async function newTemplateAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('questionnaire.template')
  const sent = formObject(form)
  const question = questionIn(sent, null, newKey())
  const { name, about } = sent
  const result = await saveTemplate(actor, { template: '', version: 0, name, about, questions: [question] })
  if (!result.ok) return refusedQuestion(result, form, 0)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith('Saved. Add the other questions below.', pathOf(result.value.id))
}

const newKey = () => `q-${randomBytes(6).toString('hex')}`

/** Messages of 'questions.3.ask' belong to the field 'ask' of a form that is about the third. */
function refusedQuestion(
  result: Parameters<typeof refusedEntry>[0],
  form: FormData,
  place: number,
): EntryState {
  const mine = `questions.${place}.`
  const fields = Object.fromEntries(
    Object.entries(result.fields).map(([key, message]) => [
      key.startsWith(mine) ? (key.slice(mine.length).split('.')[0] ?? key) : key,
      message,
    ]),
  )
  return refusedEntry({ ...result, fields }, form)
}

export async function saveQuestionAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('questionnaire.template')
  const sent = formObject(form)
  const key = textOf(sent['question'])
  let place = 0
  const result = await save(actor, form, ({ questions }) => {
    const before = questions.find((one) => one.key === key) ?? null
    const question = questionIn(sent, before, newKey())
    const after: Question[] = before
      ? questions.map((one) => (one.key === key ? question : one))
      : addUnderHeading(questions, question)
    place = after.indexOf(question)
    return { questions: after }
  })
  if (!result.ok) return refusedQuestion(result, form, place)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith('Saved as a new version.', `${pathOf(result.value.id)}#q-${key}`)
}

/** A new question stands last under its heading, or at the end under one of its own. */
function addUnderHeading(questions: readonly Question[], question: Question): Question[] {
  const last = questions.findLastIndex(({ section }) => section === question.section)
  return last < 0 ? [...questions, question] : questions.toSpliced(last + 1, 0, question)
}

export async function nameTemplateAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('questionnaire.template')
  const { name, about } = formObject(form)
  const result = await save(actor, form, () => ({ name: textOf(name), about: textOf(about) }))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved as a new version.', pathOf(result.value.id))
}

/** Moves a question up or down, or takes it out. */
export async function moveQuestionAction(form: FormData): Promise<void> {
  const actor = await requireActor('questionnaire.template')
  const { question, move, template } = formObject(form)
  const result = await save(actor, form, ({ questions }) => ({
    questions: movedTo(questions, textOf(question), textOf(move)),
  }))
  if (!result.ok) await leaveWith(result.message, pathOf(textOf(template)), 'danger')
  else await leaveWith('Saved as a new version.', `${pathOf(result.value.id)}#q-${textOf(question)}`)
}

export async function retireTemplateAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('questionnaire.template')
  const { template, version } = formObject(form)
  const result = await retireTemplate(actor, { template, version })
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Taken out of use. What was sent with it stays.', '/questionnaires/templates')
}
