'use server'

import { nameOwners } from '#lib/ai-systems/name-owners'
import { systemTable } from '#lib/ai-systems/table'
import { formObject } from '#lib/base/form-data'
import { returnQuery } from '#lib/kernel/list-return'
import { requireActor } from '#lib/kernel/require-actor'
import { type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'

/** Names who answers for the AI systems of a list, and goes back to it. */
export async function nameOwnersAction(_: EntryState, form: FormData): Promise<EntryState> {
  const actor = await requireActor('ai-system.edit')
  const input = formObject(form)
  const result = await nameOwners(actor, input)
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith(result.value.says, `${systemTable.path}${returnQuery(systemTable, input.list)}`)
}
