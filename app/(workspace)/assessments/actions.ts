'use server'

import { redirect } from 'next/navigation'
import { answerQuestions, givePart, takePart } from '#lib/assessments/answer-commands'
import * as commands from '#lib/assessments/commands'
import { getAssessment } from '#lib/assessments/detail-queries'
import { assessmentTable } from '#lib/assessments/table'
import { formObject } from '#lib/base/form-data'
import { makeRiskOfFinding } from '#lib/flows/finding-to-risk'
import { countersignAssessment, signAssessment } from '#lib/flows/sign-assessment'
import type { Actor, Permission } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import { type Refused, refusedOnRecord } from '../refused-form.ts'
import { sentAnswers } from './sent-answers.ts'

function refused(actor: Actor, id: unknown, result: Refused, form: FormData): Promise<DecisionState> {
  return refusedOnRecord(result, form, () => getAssessment(actor, String(id)))
}

/** Runs a command on the form’s assessment and goes back to its page, or gives the form its refusal. */
async function decide(
  permission: Permission,
  form: FormData,
  command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
  says: string,
  rest = '',
): Promise<DecisionState> {
  const actor = await requireActor(permission)
  const { from, ...input } = formObject(form)
  const result = await command(actor, input)
  if (!result.ok) return refused(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id } = result.value
  return leaveWith(says, `${withReturn(`/assessments/${id}`, returnQuery(assessmentTable, from))}${rest}`)
}

/** Starts an assessment and leads to its page. */
export async function startAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('assessment.edit')
  const result = await commands.startAssessment(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(`Started ${result.value.ref}.`, `/assessments/${result.value.id}`)
}

export async function editAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('assessment.edit', form, commands.editAssessment, 'Saved.')
}

export async function correctAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide(
    'assessment.edit',
    form,
    commands.correctAssessment,
    'It is open again. The copy that was signed stays as it is.',
  )
}

export async function archiveAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide(
    'assessment.archive',
    form,
    commands.archiveAssessment,
    'Archived. You can restore it at any time.',
  )
}

export async function restoreAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('assessment.archive', form, commands.restoreAssessment, 'Restored to the register.')
}

export async function givePartAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('assessment.edit', form, givePart, 'Given. It stands in their work from now on.', '#parts')
}

export async function takePartAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('assessment.edit', form, takePart, 'Taken back. What was answered stays.', '#parts')
}

/** Freezes and signs, and leads to the copy. */
export async function signAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('assessment.sign')
  const { from: _from, ...input } = formObject(form)
  const result = await signAssessment(actor, input)
  if (!result.ok) return refused(actor, input.id, result, form)
  const { id, number } = result.value
  return leaveWith(`Copy ${number} is frozen and signed.`, `/assessments/${id}/copies/${number}`)
}

export async function countersignAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('assessment.sign')
  const result = await countersignAssessment(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  const { id, number } = result.value
  return leaveWith('Signed.', `/assessments/${id}/copies/${number}`)
}

/** Makes a risk of one finding. */
export async function makeRiskAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('assessment.edit')
  const result = await makeRiskOfFinding(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  const { id, ref } = result.value
  return leaveWith(`${ref} is in the risk register: score it there.`, `/assessments/${id}/findings`)
}

/** Saves what stands in a form of questions, for browsers without script, and goes on to `next`. */
export async function answerAction(
  id: string,
  next: string,
  _: EntryState,
  form: FormData,
): Promise<EntryState> {
  const actor = await requireActor('assessment.answer-part')
  const answers = sentAnswers(form)
  if (answers.length === 0) redirect(next)
  const result = await answerQuestions(actor, { id, answers })
  return result.ok ? leaveWith('Saved.', next) : refusedEntry(result, form)
}
