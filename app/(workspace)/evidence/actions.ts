'use server'

import { formObject } from '#lib/base/form-data'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { evidence } from '#lib/registry'
import { draftKeyOf, refusedEntry } from '../form-values.ts'
import { leaveWith } from '../leave-with.ts'
import type { DecisionState } from '../question-form.tsx'
import { placeOf } from './place-of.ts'

/** Says that a file no longer counts, and goes back to its record. */
export async function withdrawAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const actor = await requireActor('evidence.withdraw')
  const result = await evidence.commands.withdraw(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  const place = await placeOf(actor, result.value.record)
  return leaveWith('Withdrew the file.', place?.backHref ?? '/')
}
