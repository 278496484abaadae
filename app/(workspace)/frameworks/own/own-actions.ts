'use server'

import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { archiveFramework, importFramework, restoreFramework } from '#lib/flows/import-framework'
import { discardUpload } from '#lib/frameworks/own-upload'
import { requireActor } from '#lib/kernel/require-actor'
import { type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'
import { frameworkHref } from '../addresses.ts'

/** Brings an uploaded framework in, or throws the file away, as the pressed button says. */
export async function importFrameworkAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('framework.import')
  const { step, ...input } = formObject(form)
  if (step === 'discard') {
    const gone = await discardUpload(actor, { upload: input['upload'] })
    if (!gone.ok) return refusedEntry(gone, form)
    return leaveWith('Threw the file away.', '/frameworks')
  }
  const result = await importFramework(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  const { id, requirements, carried } = result.value
  const links = carried > 0 ? ` ${count(carried, 'control link')} carried over.` : ''
  return leaveWith(`Brought in ${count(requirements, 'requirement')}.${links}`, frameworkHref(id))
}

/** Puts a framework away that the practice brought in. */
export async function archiveFrameworkAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('framework.import')
  const result = await archiveFramework(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Put it away. It stays to be read.', frameworkHref(result.value.id))
}

/** Brings a framework back that was put away. */
export async function restoreFrameworkAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('framework.import')
  const result = await restoreFramework(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('It counts again.', frameworkHref(result.value.id))
}
