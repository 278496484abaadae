'use server'

import { formObject } from '#lib/base/form-data'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { archiveVendor, createVendor, editVendor, restoreVendor } from '#lib/vendors/commands'
import { determineVendor, reviewVendor } from '#lib/vendors/decisions'
import { vendorToReview } from '#lib/vendors/review-queries'
import { vendorTable } from '#lib/vendors/table'
import { draftKeyOf, refusedEntry } from '../form-values.ts'
import { leavePastGate } from '../leave-past-gate.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedDecision, refusedEdit } from './conflict.ts'
import { decide } from './decide.ts'

/** Adds a vendor and leads to it. */
export async function createVendorAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('vendor.edit')
  const result = await createVendor(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, 'vendor/new')
  return leaveWith(`Added ${result.value.ref} to the register.`, `/vendors/${result.value.id}`)
}

/** Saves the facts of a vendor and goes back to it. */
export async function editVendorAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('vendor.edit')
  const { from, ...input } = formObject(form)
  const result = await editVendor(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `vendor/${id}`)
  return leavePastGate(actor, 'Saved.', withReturn(`/vendors/${id}`, returnQuery(vendorTable, from)))
}

export async function determineVendorAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.determine', form, determineVendor, 'Recorded. It stands here, with the reasons.')
}

export async function archiveVendorAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.archive', form, archiveVendor, 'Archived. You can restore it at any time.')
}

export async function restoreVendorAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('vendor.archive', form, restoreVendor, 'Restored to the register.')
}

/** Records a review, and goes back to the vendor's page, or for those who may not open that to their own work. */
export async function reviewVendorAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('vendor.review-own')
  const { from, ...input } = formObject(form)
  const result = await reviewVendor(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id } = result.value
  const vendor = await vendorToReview(actor, id)
  return leaveWith(
    'Recorded.',
    vendor?.isReadable ? withReturn(`/vendors/${id}`, returnQuery(vendorTable, from)) : '/',
  )
}
