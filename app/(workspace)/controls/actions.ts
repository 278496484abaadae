'use server'

import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { adoptControls } from '#lib/controls/adopt'
import {
  answerRequirement,
  archiveControl,
  createControl,
  editControl,
  restoreControl,
  setRequirements,
} from '#lib/controls/commands'
import { setControlState, testControl } from '#lib/controls/keep-commands'
import { controlToKeep } from '#lib/controls/keep-queries'
import { controlTable } from '#lib/controls/table'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { safePath } from '#lib/platform/safe-path'
import { draftKeyOf, type EntryState, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import type { RecordEntryState } from '../record-form.tsx'
import { refusedDecision, refusedEdit } from './conflict.ts'
import { decide } from './decide.ts'

/** Adds a control and leads to it. */
export async function createControlAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('control.edit')
  const result = await createControl(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(`Added ${result.value.ref} to the register.`, `/controls/${result.value.id}`)
}

/** Saves the facts of a control and goes back to it. */
export async function editControlAction(_: RecordEntryState, form: FormData): Promise<RecordEntryState> {
  const actor = await requireActor('control.edit')
  const { from, ...input } = formObject(form)
  const result = await editControl(actor, input)
  if (!result.ok) return refusedEdit(actor, input.id, result, form)
  const { id } = result.value
  await dropDraft(actor, `control/${id}`)
  return leaveWith('Saved.', withReturn(`/controls/${id}`, returnQuery(controlTable, from)))
}

export async function requirementsAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('control.edit', form, setRequirements, 'Saved what it answers.')
}

export async function archiveControlAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('control.archive', form, archiveControl, 'Archived. You can restore it at any time.')
}

export async function restoreControlAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return decide('control.archive', form, restoreControl, 'Restored to the register.')
}

/** Records a test, and goes back to the control's page, or for those who may not open that to their own work. */
export async function testControlAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return keep(form, testControl)
}

/** Records how far a control is, and goes back as after a test. */
export async function controlStateAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  return keep(form, setControlState)
}

async function keep(
  form: FormData,
  command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
): Promise<DecisionState> {
  const actor = await requireActor('control.keep-own')
  const { from, ...input } = formObject(form)
  const result = await command(actor, input)
  if (!result.ok) return refusedDecision(actor, input.id, result, form)
  await dropDraft(actor, draftKeyOf(form))
  const { id } = result.value
  const control = await controlToKeep(actor, id)
  return leaveWith(
    'Recorded.',
    control?.isReadable ? withReturn(`/controls/${id}`, returnQuery(controlTable, from)) : '/',
  )
}

/** Takes the ticked starter controls into the register. */
export async function adoptAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('control.edit')
  const { back, ...input } = formObject(form)
  const result = await adoptControls(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  const { ids } = result.value
  return leaveWith(
    `Took in ${count(ids.length, 'control')}. Name an owner for each, and say how far it is.`,
    typeof back === 'string' && back ? safePath(back) : '/controls?owner=none',
  )
}

/** Says that a control which is there also answers a requirement, and goes back to the requirement. */
export async function answerAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('control.edit')
  const { back, ...input } = formObject(form)
  const result = await answerRequirement(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('The control is named here now.', safePath(String(back)))
}
