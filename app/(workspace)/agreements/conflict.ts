import { mergedState } from '#components/form/merge-refusal'
import { type AgreementDetail, getAgreement } from '#lib/agreements/queries'
import { agreementTable } from '#lib/agreements/table'
import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import { enteredValues } from '../form-values.ts'
import { changedSince, type Refused, refusedAsBefore, refusedOnRecord, whoChanged } from '../refused-form.ts'
import type { AgreementEntryState } from './agreement-form.tsx'
import { agreementValues, namedIn } from './form-setup.ts'

/** A refused decision on it as the form's state. */
export function refusedDecision(actor: Actor, id: unknown, result: Refused, form: FormData) {
  return refusedOnRecord(result, form, () => getAgreement(actor, String(id)))
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = {
  ownerId: 'owner',
  backupId: 'backup',
  upstreamId: 'upstream',
  'systemIds[]': 'systems',
  'flowIds[]': 'flows',
}

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: AgreementDetail, field: string) {
  const found = Object.entries(agreementTable.fields).find(
    ([key]) => key === (tableKeys[field] ?? field),
  )?.[1]
  const cell = found?.cell(current) ?? ''
  const text = typeof cell === 'object' ? ('day' in cell ? cell.day : cell.list.join(', ')) : String(cell)
  return { label: found?.label ?? field, text }
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<AgreementEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, () => getAgreement(actor, String(id)))
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
    { version: current.version, answers: agreementValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
