'use server'

import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import { requireActor } from '#lib/kernel/require-actor'
import { closeSite, createSite, editSite, reopenSite } from '#lib/people/sites-commands'
import { type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'

export async function addSite(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('site.edit')
  const result = await createSite(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Added the site.', '/settings/sites')
}

export async function changeSite(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('site.edit')
  const result = await editSite(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved.', `/settings/sites/${result.value.id}`)
}

export async function shutSite(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('site.edit')
  const result = await closeSite(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Closed the site.', '/settings/sites')
}

export async function openSite(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('site.edit')
  const result = await reopenSite(actor, formObject(form))
  if (!result.ok) return { message: result.message }
  return leaveWith('Opened the site again.', `/settings/sites/${result.value.id}`)
}
