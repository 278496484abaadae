'use server'

import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import { requireActor } from '#lib/kernel/require-actor'
import { deleteView, renameView, saveView } from '#lib/kernel/saved-views'
import { safePath } from '#lib/platform/safe-path'
import { leaveWith } from './leave-with.ts'

/** Saves the list's present state as a view. */
export async function saveViewAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('workspace.enter')
  const { back, ...input } = formObject(form)
  const result = await saveView(actor, input)
  if (!result.ok) return { message: result.message, fields: result.fields }
  return leaveWith('Saved the view.', safePath(String(back)))
}

/** Renames, shares or deletes a view, as the pressed button says. */
export async function changeViewAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('workspace.enter')
  const { back, do: step, ...input } = formObject(form)
  const result =
    step === 'delete' ? await deleteView(actor, { id: input.id }) : await renameView(actor, input)
  if (!result.ok) return { message: result.fields.name ?? result.message }
  return leaveWith(step === 'delete' ? 'Deleted the view.' : 'Saved the view.', safePath(String(back)))
}
