import { mergedState } from '#components/form/merge-refusal'
import { formatDay } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import { getPerson, type PersonDetail } from '#lib/people/detail-queries'
import { type EntryState, enteredValues, type FormValues } from '../form-values.ts'
import { changedSince, decidedSecond, type Refused, refusedAsBefore } from '../refused-form.ts'

/** A form's state after a conflict also carries the version that the next try is based on. */
export interface PersonEntryState extends EntryState {
  version?: number
}

/** A stored person as the form shows them. */
export function personValues(person: PersonDetail): FormValues {
  return {
    name: [person.name],
    email: [person.email],
    jobTitle: [person.jobTitle],
    staffNumber: [person.staffNumber],
    startedOn: [person.startedOn ?? ''],
    'siteIds[]': person.sites.map(({ id }) => id),
  }
}

/** The person as they are now, when that is why the form was refused. */
function personChanged(actor: Actor, result: Refused, form: FormData): Promise<PersonDetail | null> {
  const id = form.get('id')
  return changedSince(result, form, () =>
    typeof id === 'string' ? getPerson(actor, id) : Promise.resolve(null),
  )
}

function whoChangedPerson({ history: [last] }: PersonDetail): string {
  return last
    ? `${last.actorName} changed this person while you had it open: “${last.sentence}”.`
    : 'This person was changed while you had it open.'
}

const labels: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'E-mail',
  jobTitle: 'Job title',
  staffNumber: 'Staff number',
  startedOn: 'First day at work',
  'siteIds[]': 'Sites',
}

function theirAnswer(person: PersonDetail, field: string): string {
  if (field === 'siteIds[]') return person.sites.map(({ name }) => name).join(', ') || 'the whole practice'
  if (field === 'startedOn') return person.startedOn ? formatDay(person.startedOn) : ''
  return personValues(person)[field]?.[0] ?? ''
}

/**
 * A refused edit as the form's state. When somebody else was quicker it brings both together, says who changed what, and
 * bases the next try on their version: pressing again is then a decision, not an accident.
 */
export async function refusedChange(
  actor: Actor,
  result: Refused,
  form: FormData,
): Promise<PersonEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await personChanged(actor, result, form)
  if (!current) return plain
  return mergedState(
    plain,
    form,
    enteredValues(form),
    { version: current.version, answers: personValues(current) },
    whoChangedPerson(current),
    (field) => ({ label: labels[field] ?? field, text: theirAnswer(current, field) }),
  )
}

/** A refused decision about a person as the form's state: what was entered stands, and counts for them as they are now. */
export async function refusedDecision(
  actor: Actor,
  result: Refused,
  form: FormData,
): Promise<PersonEntryState> {
  const plain = refusedAsBefore(result, form)
  const current = await personChanged(actor, result, form)
  if (!current) return plain
  return decidedSecond(plain, current.version, whoChangedPerson(current))
}
