import { mergedState } from '#components/form/merge-refusal'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { personChoices } from '#lib/people/directory'
import { getVendor, type VendorDetail } from '#lib/vendors/queries'
import { vendorTable } from '#lib/vendors/table'
import { type EntryState, enteredValues, refusedEntry } from '../form-values.ts'
import { namedIn, vendorValues } from './form-setup.ts'
import type { VendorEntryState } from './vendor-form.tsx'

type Refused = Result<unknown> & { ok: false }
type DecisionEntry = EntryState & { version?: number }

/** The vendor as it is now, when that is why the form was refused. */
async function changedSince(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<VendorDetail | null> {
  const current = result.code === 'conflict' ? await getVendor(actor, String(id)) : null
  return current && !current.archived && String(current.version) !== form.get('version') ? current : null
}

function whoChanged({ history: [last] }: VendorDetail, message: string): string {
  return last ? `${last.actorName} changed this while you had it open: “${last.sentence}”.` : message
}

/** The refusal as it is, on the version that the form already had: it may come from an earlier conflict. */
function refusedAsBefore(result: Refused, form: FormData): DecisionEntry {
  const version = Number(form.get('version'))
  return { ...refusedEntry(result, form), ...(version > 0 ? { version } : {}) }
}

/** A refused decision as the form's state. When somebody else was quicker it says who and what, and keeps what was entered. */
export async function refusedDecision(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<DecisionEntry> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(actor, id, result, form)
  if (!current) return plain
  return {
    ...plain,
    version: current.version,
    message: `${whoChanged(current, result.message)} Nothing of yours is saved yet, and nothing you typed is lost. If your answer still holds, press again.`,
  }
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = { ownerId: 'owner', backupId: 'backup' }

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: VendorDetail, field: string) {
  const found = Object.entries(vendorTable.fields).find(([key]) => key === (tableKeys[field] ?? field))?.[1]
  const cell = found?.cell(current)
  return { label: found?.label ?? field, text: typeof cell === 'string' ? cell : '' }
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<VendorEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(actor, id, result, form)
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
    { version: current.version, answers: vendorValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
