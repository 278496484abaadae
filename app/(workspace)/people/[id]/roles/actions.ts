'use server'

import { formObject } from '#lib/base/form-data'
import { returnQuery, withReturn } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { assignRole, withdrawRole } from '#lib/people/roles-commands'
import { personTable } from '#lib/people/table'
import { type EntryState, refusedEntry } from '../../../form-values.ts'
import { leaveWith } from '../../../leave-with.ts'

export async function giveRole(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('person.roles')
  const { from, ...input } = formObject(form)
  const result = await assignRole(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith(
    'Saved the role.',
    withReturn(`/people/${result.value.id}`, returnQuery(personTable, from)),
  )
}

export async function takeRole(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('person.roles')
  const { from, ...input } = formObject(form)
  const result = await withdrawRole(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith(
    'Withdrew the role.',
    withReturn(`/people/${result.value.id}`, returnQuery(personTable, from)),
  )
}
