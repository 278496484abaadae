'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import { changeFeed, endFeed, makeFeed } from '#lib/calendar/commands'
import { requireActor } from '#lib/kernel/require-actor'
import { leaveWith } from '../leave-with.ts'
import { linkAddress } from '../link-address.ts'

/** A calendar link that was just made, to be shown this once. */
export interface FeedState extends FormState {
  address?: string
  here?: boolean
}

const back = '/account#calendar'

export async function makeCalendarLink(_: FeedState, form: FormData): Promise<FeedState> {
  const actor = await requireActor('account.keep')
  const result = await makeFeed(actor, formObject(form))
  if (!result.ok) return { message: result.message, fields: result.fields }
  // The page around the link says from now on that there is one.
  revalidatePath('/account')
  return { ok: true, ...(await linkAddress(result.value.path)) }
}

export async function changeCalendarLink(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('account.keep')
  const result = await changeFeed(actor, formObject(form))
  if (!result.ok) return { message: result.message, fields: result.fields }
  return leaveWith('Changed. Your calendar shows it when it asks the next time.', back)
}

export async function endCalendarLink(): Promise<void> {
  const actor = await requireActor('account.keep')
  const result = await endFeed(actor, {})
  await (result.ok
    ? leaveWith('The calendar link is ended.', back)
    : leaveWith(result.message, back, 'attention'))
}
