'use server'

import { redirect } from 'next/navigation'
import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { cadenceGroups, changeCadences } from '#lib/flows/change-cadences'
import { requireActor } from '#lib/kernel/require-actor'
import { clearSession } from '#lib/platform/auth'
import { changeFacts, changeSecurity, wipeDemo } from '#lib/practice/commands'
import { type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'

export async function saveFacts(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const result = await changeFacts(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved.', '/settings')
}

export async function saveSecurity(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const result = await changeSecurity(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved.', '/settings/security')
}

export async function saveCadences(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.settings')
  const keys = cadenceGroups.flatMap(({ cadences }) => cadences.map(({ key }) => key))
  const lengths = Object.fromEntries(keys.map((key) => [key, form.get(`lengths.${key}`)]))
  const result = await changeCadences(actor, { version: form.get('version'), lengths })
  if (!result.ok) return refusedEntry(result, form)
  const { records } = result.value
  const said =
    records > 0 ? `Saved. The due dates of ${count(records, 'record')} were worked out anew.` : 'Saved.'
  return leaveWith(said, '/settings/cadences')
}

export async function wipe(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('practice.wipe-demo')
  const result = await wipeDemo(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await clearSession()
  redirect('/sign-in')
}
