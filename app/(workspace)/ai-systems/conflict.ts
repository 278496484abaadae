import { mergedState, type TheirAnswer } from '#components/form/merge-refusal'
import { getSystem, type SystemDetail } from '#lib/ai-systems/queries'
import { safeguards } from '#lib/ai-systems/safeguards'
import { systemTable } from '#lib/ai-systems/table'
import type { Actor } from '#lib/kernel/access'
import type { Cell } from '#lib/kernel/table'
import { personChoices } from '#lib/people/directory'
import { enteredValues } from '../form-values.ts'
import { changedSince, type Refused, refusedAsBefore, refusedOnRecord, whoChanged } from '../refused-form.ts'
import { namedIn, systemValues } from './form-setup.ts'
import type { SystemEntryState } from './system-form.tsx'

/** A refused decision on it as the form's state. */
export function refusedDecision(actor: Actor, id: unknown, result: Refused, form: FormData) {
  return refusedOnRecord(result, form, () => getSystem(actor, String(id)))
}

const cellText = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.list.join(', ')
  return String(cell)
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = {
  vendorName: 'vendor',
  ownerId: 'owner',
  backupId: 'backup',
  'siteIds[]': 'sites',
  'protectedInputs[]': 'protectedInputs',
}

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: SystemDetail, field: string): TheirAnswer {
  const [, key = '', part] = /^safeguards\.(.+)\.(state|note)$/.exec(field) ?? []
  if (part === 'note') {
    const label = safeguards.find((safeguard) => safeguard.key === key)?.label ?? key
    return { label: `Note on ${label}`, text: systemValues(current)[field]?.[0] ?? '' }
  }
  const wanted = part ? `safeguard-${key}` : (tableKeys[field] ?? field)
  const found = Object.entries(systemTable.fields).find(([name]) => name === wanted)?.[1]
  return { label: found?.label ?? field, text: found ? cellText(found.cell(current)) : '' }
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<SystemEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, () => getSystem(actor, String(id)))
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
    { version: current.version, answers: systemValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
