'use server'

import { formObject } from '#lib/base/form-data'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { noteCorrection, recordMeasure, takeBackSignature } from '#lib/training/correction-commands'
import { excuseAssignment, extendAssignment, reopenAssignment } from '#lib/training/exception-commands'
import { matrixPath } from '#lib/training/matrix-filter'
import { draftKeyOf, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'
import type { DecisionState } from '../../question-form.tsx'
import { type Decision, decisions, isDecision } from './decisions.ts'

type Decide = (actor: Actor, input: unknown) => Promise<Result<{ id: string; personId: string }>>

const commands: Readonly<Record<Decision, { run: Decide; says: string }>> = {
  extend: { run: extendAssignment, says: 'Gave more time.' },
  excuse: { run: excuseAssignment, says: 'Excused.' },
  reopen: { run: reopenAssignment, says: 'Opened again.' },
  'take-back': { run: takeBackSignature, says: 'Took the signature back.' },
  correct: { run: noteCorrection, says: 'Noted the correction beside the signature.' },
  measure: { run: recordMeasure, says: 'Recorded.' },
}

/** Decides about one training of somebody, and goes back to that person. */
export async function decideAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const { what, ...input } = formObject(form)
  const known = typeof what === 'string' && isDecision(what) ? what : 'extend'
  const actor = await requireActor(decisions[known].permission)
  const result = await commands[known].run(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(commands[known].says, `${matrixPath}/${result.value.personId}#a-${result.value.id}`)
}
