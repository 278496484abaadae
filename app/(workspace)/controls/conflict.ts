import { mergedState } from '#components/form/merge-refusal'
import { type ControlDetail, getControl } from '#lib/controls/queries'
import { controlTable } from '#lib/controls/table'
import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import { enteredValues } from '../form-values.ts'
import { changedSince, type Refused, refusedAsBefore, refusedOnRecord, whoChanged } from '../refused-form.ts'
import type { ControlEntryState } from './control-form.tsx'
import { controlValues, namedIn } from './form-setup.ts'

/** A refused decision on it as the form's state. */
export function refusedDecision(actor: Actor, id: unknown, result: Refused, form: FormData) {
  return refusedOnRecord(result, form, () => getControl(actor, String(id)))
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = { ownerId: 'owner', backupId: 'backup' }

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: ControlDetail, field: string) {
  const found = Object.entries(controlTable.fields).find(([key]) => key === (tableKeys[field] ?? field))?.[1]
  const cell = found?.cell(current)
  return { label: found?.label ?? field, text: typeof cell === 'string' ? cell : '' }
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<ControlEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, () => getControl(actor, String(id)))
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
    { version: current.version, answers: controlValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
