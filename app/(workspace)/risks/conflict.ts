import { mergedState } from '#components/form/merge-refusal'
import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import { getRisk, type RiskDetail } from '#lib/risks/detail-queries'
import { riskTable } from '#lib/risks/table'
import { enteredValues } from '../form-values.ts'
import { changedSince, type Refused, refusedAsBefore, refusedOnRecord, whoChanged } from '../refused-form.ts'
import { namedIn, riskValues } from './form-setup.ts'
import type { RiskEntryState } from './risk-form.tsx'

/** A refused decision on it as the form's state. */
export function refusedDecision(actor: Actor, id: unknown, result: Refused, form: FormData) {
  return refusedOnRecord(result, form, () => getRisk(actor, String(id)))
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = {
  ownerId: 'owner',
  backupId: 'backup',
  'systemIds[]': 'system',
  'vendorIds[]': 'vendor',
  'siteIds[]': 'site',
  'controlIds[]': 'controls',
}

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: RiskDetail, field: string) {
  const found = Object.entries(riskTable.fields).find(([key]) => key === (tableKeys[field] ?? field))?.[1]
  const cell = found?.cell({ ...current, actions: [] }) ?? ''
  const text = typeof cell === 'object' ? ('day' in cell ? cell.day : cell.list.join(', ')) : String(cell)
  return { label: found?.label ?? field, text }
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<RiskEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, () => getRisk(actor, String(id)))
  if (!current) return plain
  const entered = enteredValues(form)
  const people = await personChoices(actor, {
    stored: [current.ownerId, current.backupId],
    entered: namedIn(entered),
  })
  const merged = mergedState(
    plain,
    form,
    entered,
    { version: current.version, answers: riskValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
