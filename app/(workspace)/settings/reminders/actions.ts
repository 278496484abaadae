'use server'

import { formObject } from '#lib/base/form-data'
import { requireActor } from '#lib/kernel/require-actor'
import { addQuietDay, changeSettings, removeQuietDay, sendTestMail } from '#lib/reminders/commands'
import { type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'

const here = '/settings/reminders'

export async function saveReminders(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const result = await changeSettings(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved.', here)
}

export async function addQuietDayAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const result = await addQuietDay(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Added.', here)
}

export async function removeQuietDayAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const result = await removeQuietDay(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Removed.', here)
}

export async function testMailAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const result = await sendTestMail(actor, {})
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith(result.value.said, here, result.value.outcome === 'accepted' ? 'ok' : 'danger')
}
