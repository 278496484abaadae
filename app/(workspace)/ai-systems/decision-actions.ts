'use server'

import { archiveSystem, duplicateSystem, restoreSystem } from '#lib/ai-systems/commands'
import { reviewAnswer } from '#lib/ai-systems/consequences'
import { overrideCover } from '#lib/ai-systems/cover-override'
import { moveSystem, overrideTier, recordReview } from '#lib/ai-systems/decisions'
import { systemDuties } from '#lib/ai-systems/due'
import { stages } from '#lib/ai-systems/options'
import { systemToReview } from '#lib/ai-systems/review-queries'
import { systemTable } from '#lib/ai-systems/table'
import { formObject } from '#lib/base/form-data'
import type { Actor, Permission } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { optionLabel } from '#lib/kernel/table'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf } from '../form-values.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import { refusedDecision } from './conflict.ts'

/** Runs a command on the form's system and goes back to its page, or gives the form its refusal. */
async function decide(
  permission: Permission,
  form: FormData,
  command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
  says: string,
): Promise<DecisionState> {
  const actor = await requireActor(permission)
  const { from, ...input } = formObject(form)
  const result = await command(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leavePastGate(
    actor,
    says,
    withReturn(`/ai-systems/${result.value.id}`, returnQuery(systemTable, from)),
  )
}

export async function moveSystemAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const to = form.get('to')
  const stage = optionLabel(stages, typeof to === 'string' ? to : '').toLowerCase()
  return decide('ai-system.suspend', form, moveSystem, `It is ${stage} now.`)
}

export async function overrideCoverAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide(
    'ai-system.override-cover',
    form,
    overrideCover,
    'Recorded. It is shown wherever this system stands.',
  )
}

export async function overrideTierAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('ai-system.override-tier', form, overrideTier, 'Saved the risk tier.')
}

/** Records a review, and goes back to the system's page, or for those who may not open that to their own work. */
export async function recordReviewAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('ai-system.review-own')
  const { from, ...input } = formObject(form)
  const result = await recordReview(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id } = result.value
  const system = await systemToReview(actor, id)
  const duties = system ? systemDuties(system, actor.cadences).filter(({ doneOn }) => !doneOn) : []
  const text = reviewAnswer(
    String(input.what),
    duties.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
  )
  return leaveWith(
    text,
    system?.isReadable ? withReturn(`/ai-systems/${id}`, returnQuery(systemTable, from)) : '/',
  )
}

export async function archiveSystemAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('ai-system.archive', form, archiveSystem, 'Archived. You can restore it at any time.')
}

export async function restoreSystemAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('ai-system.archive', form, restoreSystem, 'Restored to the register.')
}

/** Copies a system and leads to the copy's form, because a copy always differs in something. */
export async function duplicateFromMenu(form: FormData): Promise<void> {
  const actor = await requireActor('ai-system.edit')
  const { id } = formObject(form)
  const result = await duplicateSystem(actor, { id })
  if (!result.ok) return leaveWith(result.message, `/ai-systems/${String(id)}`, 'danger')
  return leaveWith(
    `${result.value.ref} is a copy without the patient data flows and the history. Change what differs.`,
    `/ai-systems/${result.value.id}/edit`,
  )
}
