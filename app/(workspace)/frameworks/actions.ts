'use server'

import { formObject } from '#lib/base/form-data'
import { chooseFramework, leaveOut, takeIn } from '#lib/frameworks/commands'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import { frameworkHref, requirementHref } from './addresses.ts'

/** Follows a framework, or no longer, as the pressed button says. */
export async function chooseAction(form: FormData): Promise<void> {
  const actor = await requireActor('framework.choose')
  const result = await chooseFramework(actor, formObject(form))
  const key = form.get('framework')
  const back = typeof key === 'string' ? frameworkHref(key) : '/frameworks'
  if (!result.ok) return leaveWith(result.message, back, 'danger')
  return leaveWith('Saved. The counts and the list of gaps follow it.', back)
}

/** Says that a requirement does not apply, and goes back to it. */
export async function leaveOutAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('requirement.scope')
  const result = await leaveOut(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { framework, requirement } = result.value
  return leaveWith('Recorded, with the reason.', requirementHref(framework, requirement))
}

/** Says that a requirement applies after all, and goes back to it. */
export async function takeInAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('requirement.scope')
  const result = await takeIn(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  const { framework, requirement } = result.value
  return leaveWith('It counts again.', requirementHref(framework, requirement))
}
