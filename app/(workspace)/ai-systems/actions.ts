'use server'

import { createSystem, editSystem, proposeSystem } from '#lib/ai-systems/commands'
import { systemTable } from '#lib/ai-systems/table'
import { formObject } from '#lib/base/form-data'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import { leaveWith } from '../leave-with.ts'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedEdit } from './conflict.ts'

/** Adds an AI system and leads to it. */
export async function createSystemAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('ai-system.edit')
  const result = await createSystem(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, 'ai-system/new')
  return leaveWith(`Added ${result.value.ref} to the register.`, `/ai-systems/${result.value.id}`)
}

/** Saves the facts of an AI system and goes back to it. */
export async function editSystemAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('ai-system.edit')
  const { from, ...input } = formObject(form)
  const result = await editSystem(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `ai-system/${id}`)
  return leavePastGate(actor, 'Saved.', withReturn(`/ai-systems/${id}`, returnQuery(systemTable, from)))
}

/** "I want to use this": puts the tool on the list of what is to be reviewed, and leads to what became of it. */
export async function proposeSystemAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('ai-system.propose')
  const result = await proposeSystem(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(
    `Sent as ${result.value.ref}. What becomes of it stands here. Please wait for the answer before you use it.`,
    '/ai-systems/tools',
  )
}
