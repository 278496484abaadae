'use server'

import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { keepTrainingNow } from '#lib/flows/keep-training'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { personChoices } from '#lib/people/directory'
import { dropDraft } from '#lib/people/drafts'
import { archiveCampaign, closeCampaign, createCampaign, editCampaign } from '#lib/training/commands'
import { removeLeave, saveLeave } from '#lib/training/leave-commands'
import { namePerson } from '#lib/training/people-commands'
import { remindNow } from '#lib/training/remind'
import { campaignTable } from '#lib/training/table'
import { sortTitles } from '#lib/training/work-groups'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedDecision, refusedEdit } from './conflict.ts'
import { decide } from './decide.ts'
import { namedIn } from './form-setup.ts'

const pageOf = (id: string, from: unknown) => withReturn(`/training/${id}`, returnQuery(campaignTable, from))

/** Makes a campaign and leads to it. */
export async function createCampaignAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('training.edit')
  const result = await createCampaign(actor, formObject(form))
  if (!result.ok) {
    const refused = refusedEntry(result, form)
    // In a large practice the lists hold only who is named, also when the page comes back without script.
    const people = await personChoices(actor, { stored: [actor.personId], entered: namedIn(refused.values) })
    return { ...refused, people }
  }
  await dropDraft(actor, draftKeyOf(form))
  const { id, ref, people } = result.value
  const reached = people > 0 ? ` It is open, and ${count(people, 'person has', 'people have')} it to do.` : ''
  return leaveWith(`Made ${ref}.${reached}`, `/training/${id}`)
}

/** Saves the facts of a campaign and goes back to it. */
export async function editCampaignAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('training.edit')
  const { from, ...input } = formObject(form)
  const result = await editCampaign(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `campaign/${id}`)
  return leaveWith('Saved.', pageOf(id, from))
}

export async function closeCampaignAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('training.edit', form, closeCampaign, 'Closed. What was signed stays as it is.')
}

export async function archiveCampaignAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('training.archive', form, archiveCampaign, 'Archived.')
}

/** Takes somebody in or leaves them out by name, and stays on the page for the next one. */
export async function namePersonAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.edit')
  const { from, ...input } = formObject(form)
  const result = await namePerson(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  const { id } = result.value
  return leaveWith('Saved.', withReturn(`/training/${id}/people`, returnQuery(campaignTable, from)))
}

/** Reminds everybody who has not signed, or those of one site, by mail. */
export async function remindAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('training.keep')
  const { from, ...input } = formObject(form)
  const result = await remindNow(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  const { reminded, before, isDemo } = result.value
  const says = isDemo
    ? 'This is a demo practice: it sends no mail.'
    : reminded === 0 && before > 0
      ? 'Everybody was reminded today already. Nobody gets a second mail on one day.'
      : `Mails to ${count(reminded, 'person', 'people')} are on their way.${before > 0 ? ` ${before} had one today already.` : ''}`
  return leaveWith(says, pageOf(String(input.id), from))
}

/** Saves what job titles stand for; whoever comes to be meant by open campaigns has them to do at once. */
export async function sortTitlesAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.edit')
  const result = await sortTitles(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await keepTrainingNow(actor.practiceId)
  const { changed, removed } = result.value
  return leaveWith(
    changed + removed > 0 ? `Saved ${count(changed + removed, 'job title')}.` : 'Nothing was changed.',
    '/training/work-groups',
  )
}

/** Notes a leave; training waits from its first day on. */
export async function saveLeaveAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('training.keep')
  const result = await saveLeave(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await keepTrainingNow(actor.practiceId)
  return leaveWith('Saved. Training waits while they are away.', '/training/leave')
}

export async function removeLeaveAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('training.keep')
  const result = await removeLeave(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await keepTrainingNow(actor.practiceId)
  return leaveWith('Taken back. No date was moved for it.', '/training/leave')
}
