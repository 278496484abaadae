'use server'

import { formObject } from '#lib/base/form-data'
import { requireActor } from '#lib/kernel/require-actor'
import { saveAppetite, saveScale } from '#lib/risks/scale-commands'
import { type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'

const page = '/settings/risk-scale'

export async function saveScaleAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('risk.settings')
  const result = await saveScale(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved. These words stand everywhere now.', page)
}

export async function saveAppetiteAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('risk.settings')
  const result = await saveAppetite(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Saved. Every open risk was held against it.', page)
}
