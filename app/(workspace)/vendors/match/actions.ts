'use server'

import { formObject } from '#lib/base/form-data'
import { count, listInWords } from '#lib/base/text'
import { matchVendors, previewMatch } from '#lib/flows/match-vendors'
import { requireActor } from '#lib/kernel/require-actor'
import { enteredValues, refusedEntry } from '../../form-values.ts'
import { leavePastGate } from '../../leave-past-gate.ts'
import type { MatchState } from './match-form.tsx'

/** Says what the choices will do, then does exactly that, or goes back to the choices. */
export async function matchAction(_: MatchState, form: FormData): Promise<MatchState> {
  const actor = await requireActor('vendor.edit')
  const { step, ...input } = formObject(form)
  const values = enteredValues(form)
  if (step === 'choose') return { values }
  if (step === 'apply') {
    const result = await matchVendors(actor, input)
    if (!result.ok) return refusedEntry(result, form)
    const { systems, vendors } = result.value
    const done = [
      `linked ${count(systems, 'AI system')}`,
      ...(vendors > 0 ? [`added ${count(vendors, 'vendor')}`] : []),
    ]
    const says = listInWords(done)
    return leavePastGate(actor, `${says.charAt(0).toUpperCase()}${says.slice(1)}.`, '/vendors')
  }
  const { says, fingerprint, problems } = await previewMatch(actor, input)
  if (Object.keys(problems).length > 0)
    return { values, fields: problems, message: 'Please check the marked fields.' }
  if (says.length === 0) return { values, message: 'Nothing is chosen: every name would be left as it is.' }
  return { values, preview: { says, fingerprint } }
}
