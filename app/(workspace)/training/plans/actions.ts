'use server'

import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { keepTrainingNow } from '#lib/flows/keep-training'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { createPlan, editPlan, endPlan, makeProgramme } from '#lib/training/plan-commands'
import { draftKeyOf, type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'

const campaigns = (number: number) => count(number, 'campaign')

/** Makes a plan with its campaigns. */
export async function createPlanAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.edit')
  const result = await createPlan(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  await keepTrainingNow(actor.practiceId)
  return leaveWith(
    `Made the plan, and ${campaigns(result.value.campaigns)} of the next 12 months.`,
    '/training/plans',
  )
}

export async function editPlanAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.edit')
  const result = await editPlan(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(`Saved. ${campaigns(result.value.rewritten)} ahead followed.`, '/training/plans')
}

export async function endPlanAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.edit')
  const result = await endPlan(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(`Ended. ${campaigns(result.value.archived)} ahead were put away.`, '/training/plans')
}

/** Makes the quarterly programme of the starter courses. */
export async function programmeAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.edit')
  const result = await makeProgramme(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await keepTrainingNow(actor.practiceId)
  const { plans, campaigns: made } = result.value
  return leaveWith(
    `Made ${count(plans, 'plan')} and ${campaigns(made)}, quarter by quarter.`,
    '/training/plans',
  )
}
