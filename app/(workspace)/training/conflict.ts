import { mergedState } from '#components/form/merge-refusal'
import type { Actor } from '#lib/kernel/access'
import { personChoices } from '#lib/people/directory'
import { type CampaignDetail, getCampaign } from '#lib/training/detail-queries'
import { campaignTable } from '#lib/training/table'
import { enteredValues } from '../form-values.ts'
import { changedSince, type Refused, refusedAsBefore, refusedOnRecord, whoChanged } from '../refused-form.ts'
import type { CampaignEntryState } from './campaign-form.tsx'
import { campaignValues, namedIn } from './form-setup.ts'

/** A refused decision on it as the form's state. */
export function refusedDecision(actor: Actor, id: unknown, result: Refused, form: FormData) {
  return refusedOnRecord(result, form, () => getCampaign(actor, String(id)))
}

/** Fields of the form that the table calls something else. */
const tableKeys: Readonly<Record<string, string>> = {
  ownerId: 'owner',
  backupId: 'backup',
  courseId: 'course',
  'siteIds[]': 'sites',
  'groups[]': 'groups',
}

/** What a field of the form is called, and what is saved in it now, in words. */
function savedAnswer(current: CampaignDetail, field: string) {
  const found = Object.entries(campaignTable.fields).find(([key]) => key === (tableKeys[field] ?? field))?.[1]
  const cell = found?.cell(current)
  return { label: found?.label ?? field, text: typeof cell === 'string' ? cell : '' }
}

/** A refused edit as the form's state: after a conflict both sides together, marked where both changed the same. */
export async function refusedEdit(
  actor: Actor,
  id: unknown,
  result: Refused,
  form: FormData,
): Promise<CampaignEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await changedSince(result, form, () => getCampaign(actor, String(id)))
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
    { version: current.version, answers: campaignValues(current) },
    whoChanged(current, result.message),
    (field) => savedAnswer(current, field),
  )
  return { ...merged, people }
}
