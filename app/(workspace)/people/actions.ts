'use server'

import { formObject } from '#lib/base/form-data'
import { recordLeave } from '#lib/flows/hand-over-leaver'
import { keepTrainingNow } from '#lib/flows/keep-training'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { createPerson, editPerson, returnPerson } from '#lib/people/commands'
import { dropDraft } from '#lib/people/drafts'
import { alsoTakenEmail } from '#lib/people/emails'
import { personTable } from '#lib/people/table'
import { type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import { type PersonEntryState, refusedChange, refusedDecision } from './conflict.ts'
import { draftKeys } from './draft-keys.ts'

/** The page of a person, with the way back to the list that the form carried along. */
function pageOf(id: string, from: unknown): string {
  return withReturn(`/people/${id}`, returnQuery(personTable, from))
}

export async function addPerson(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('person.edit')
  const { from, ...input } = formObject(form)
  const result = await createPerson(actor, input)
  if (!result.ok) return refusedEntry(await alsoTakenEmail(actor, result, input), form)
  await dropDraft(actor, draftKeys.add)
  await keepTrainingNow(actor.practiceId)
  return leaveWith(`Added ${String(input.name)} as ${result.value.ref}.`, pageOf(result.value.id, from))
}

export async function changePerson(_: PersonEntryState, form: FormData): Promise<PersonEntryState> {
  const actor = await requireActor('person.edit')
  const { from, ...input } = formObject(form)
  const result = await editPerson(actor, input)
  if (!result.ok) return refusedChange(actor, await alsoTakenEmail(actor, result, input), form)
  await dropDraft(actor, draftKeys.edit(result.value.id))
  await keepTrainingNow(actor.practiceId)
  return leaveWith('Saved.', pageOf(result.value.id, from))
}

export async function leave(_: PersonEntryState, form: FormData): Promise<PersonEntryState> {
  const actor = await requireActor('person.deactivate')
  const { from, ...input } = formObject(form)
  const result = await recordLeave(actor, input)
  if (!result.ok) return refusedDecision(actor, result, form)
  await dropDraft(actor, draftKeys.leave(result.value.id))
  await keepTrainingNow(actor.practiceId)
  return leaveWith('Recorded. They can no longer sign in.', pageOf(result.value.id, from))
}

export async function takeBack(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('person.deactivate')
  const { from, ...input } = formObject(form)
  const result = await returnPerson(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  await keepTrainingNow(actor.practiceId)
  return leaveWith('They work here again. Now give them their roles.', pageOf(result.value.id, from))
}
