'use server'

import { archiveAgreement, createAgreement, editAgreement, restoreAgreement } from '#lib/agreements/commands'
import { letRenew, recordDataReturn, saveClauses, terminateAgreement } from '#lib/agreements/decisions'
import { agreementTable } from '#lib/agreements/table'
import { formObject } from '#lib/base/form-data'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf, refusedEntry } from '../form-values.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import type { DecisionState } from '../question-form.tsx'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedEdit } from './conflict.ts'
import { decide } from './decide.ts'

/** Adds an agreement and leads to it. */
export async function createAgreementAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('agreement.edit')
  const result = await createAgreement(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leavePastGate(actor, `Added ${result.value.ref} to the register.`, `/agreements/${result.value.id}`)
}

/** Saves the facts of an agreement and goes back to it. */
export async function editAgreementAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('agreement.edit')
  const { from, ...input } = formObject(form)
  const result = await editAgreement(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `agreement/${id}`)
  return leavePastGate(actor, 'Saved.', withReturn(`/agreements/${id}`, returnQuery(agreementTable, from)))
}

export async function saveClausesAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('agreement.keep-own', form, saveClauses, 'Saved. What is missing stands on this page.')
}

export async function terminateAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('agreement.edit', form, terminateAgreement, 'Recorded that it ends.')
}

export async function dataReturnAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide(
    'agreement.keep-own',
    form,
    recordDataReturn,
    'Recorded. Add the vendor’s certificate as a file.',
  )
}

export async function letRenewAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('agreement.keep-own', form, letRenew, 'Recorded: it may renew.')
}

export async function archiveAgreementAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('agreement.archive', form, archiveAgreement, 'Archived. You can restore it at any time.')
}

export async function restoreAgreementAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('agreement.archive', form, restoreAgreement, 'Restored to the register.')
}
