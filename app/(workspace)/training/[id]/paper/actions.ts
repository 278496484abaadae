'use server'

import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { printSheets } from '#lib/training/paper-print'
import { tickSheet } from '#lib/training/paper-tick'
import { type EntryState, refusedEntry } from '../../../form-values.ts'
import { leaveWith } from '../../../leave-with.ts'

/** Makes sheets for those who have not signed, and leads to them. */
export async function printAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.keep')
  const result = await printSheets(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  const { campaignId, sheetId, sheets, people } = result.value
  const path = `/training/${campaignId}/paper`
  return leaveWith(
    `Made ${count(sheets, 'sheet')} with ${count(people, 'name')}. Print ${sheets === 1 ? 'it' : 'them'} next.`,
    sheets === 1 ? `${path}/${sheetId}` : path,
  )
}

/** Enters who signed a sheet by hand. */
export async function tickAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.keep')
  const result = await tickSheet(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  const { campaignId, sheetId, people } = result.value
  return leaveWith(`Entered ${count(people, 'signature')}.`, `/training/${campaignId}/paper/${sheetId}`)
}
