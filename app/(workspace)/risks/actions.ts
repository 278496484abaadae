'use server'

import { formObject } from '#lib/base/form-data'
import { tieRequirements } from '#lib/flows/tie-requirements'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { saveAction, settleAction } from '#lib/risks/action-commands'
import { adoptRisks } from '#lib/risks/adopt-commands'
import { archiveRisk, createRisk, editRisk, restoreRisk } from '#lib/risks/commands'
import { acceptRisk, closeRisk, endAcceptance, reopenRisk, reviewRisk, scoreRisk } from '#lib/risks/decisions'
import { actionToDo } from '#lib/risks/detail-queries'
import { riskTable } from '#lib/risks/table'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedEdit } from './conflict.ts'
import { decide } from './decide.ts'

/** Adds a risk and leads to it. */
export async function createRiskAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('risk.edit')
  const result = await createRisk(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(`Added ${result.value.ref} to the register. Score it next.`, `/risks/${result.value.id}`)
}

/** Saves the facts of a risk and goes back to it. */
export async function editRiskAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('risk.edit')
  const { from, ...input } = formObject(form)
  const result = await editRisk(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `risk/${id}`)
  return leaveWith('Saved.', withReturn(`/risks/${id}`, returnQuery(riskTable, from)))
}

export async function scoreAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.keep-own', form, scoreRisk, 'Scored. The earlier scores stay below.')
}

export async function reviewAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.keep-own', form, reviewRisk, 'Recorded. The next look is counted from that day.')
}

export async function acceptAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.accept', form, acceptRisk, 'Accepted. It will be asked about before it ends.')
}

export async function endAcceptanceAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.edit', form, endAcceptance, 'Ended. Say now what is done about it.')
}

export async function closeAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.close', form, closeRisk, 'Closed. It stays in the register.')
}

export async function reopenAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.close', form, reopenRisk, 'Open again.')
}

export async function requirementsAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.edit', form, tieRequirements, 'Saved which requirements it endangers.')
}

export async function archiveAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.archive', form, archiveRisk, 'Archived. You can restore it at any time.')
}

export async function restoreAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.archive', form, restoreRisk, 'Restored to the register.')
}

export async function saveActionAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('risk.keep-own', form, saveAction, 'Saved the action. It is due from whoever does it.')
}

/** Records what came of an action, and goes back to its risk, or to one's own work where the risk is not for these eyes. */
export async function settleActionAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('risk.keep-own')
  const input = formObject(form)
  const before = await actionToDo(actor, String(input.actionId))
  const result = await settleAction(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(
    'Recorded. What came of it stays with the risk.',
    before?.isReadable ? `/risks/${result.value.id}` : '/',
  )
}

/** Takes starter risks over and leads to the list of what is not scored yet. */
export async function adoptAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('risk.edit')
  const result = await adoptRisks(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith(
    `Took over ${result.value.adopted}. Make them your own, then score them.`,
    '/risks?level=unscored&state=open',
  )
}
