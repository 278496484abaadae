'use server'

import { formObject } from '#lib/base/form-data'
import { endSnooze, handOverDuty, snoozeDuty } from '#lib/due/commands'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { requireActor } from '#lib/kernel/require-actor'
import { dropDraft } from '#lib/people/drafts'
import { draftKeyOf, type EntryState, refusedEntry } from '../../form-values.ts'
import { leaveWith } from '../../leave-with.ts'

async function settle(
  form: FormData,
  command: (actor: Actor, input: unknown) => Promise<Result<{ id: string }>>,
  says: string,
  to: (id: string) => string,
): Promise<EntryState> {
  const actor = await requireActor('due.settle-own')
  const result = await command(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  await dropDraft(actor, draftKeyOf(form))
  return leaveWith(says, to(result.value.id))
}

const page = (id: string) => `/due/${id}`

export async function snoozeAction(_: EntryState, form: FormData): Promise<EntryState> {
  return settle(form, snoozeDuty, 'Its reminders rest. It stays due as it was.', page)
}

export async function endSnoozeAction(_: EntryState, form: FormData): Promise<EntryState> {
  return settle(form, endSnooze, 'Its reminders go on.', page)
}

export async function handOverAction(_: EntryState, form: FormData): Promise<EntryState> {
  // Whoever handed it over may not see it any more.
  return settle(form, handOverDuty, 'Handed over.', () => '/')
}
