'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '#components/form/action-form'
import type { Tone } from '#components/ui/badge'
import { flashCookie } from '#components/ui/flash'
import { formObject } from '#lib/base/form-data'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { renewFactor, renewRecoveryCodes } from '#lib/people/factor-setup'
import { changePassword } from '#lib/people/password-change'
import { revokeOtherSessions, revokeSession } from '#lib/people/sessions'
import { carryCodes } from '../../(public)/sign-in/carried.ts'

async function backWith(tone: Tone, words: string): Promise<never> {
  ;(await cookies()).set(flashCookie(tone, words))
  redirect('/account')
}

export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('account.keep')
  const result = await changePassword(actor, formObject(form))
  if (!result.ok) return result
  const { ended } = result.value
  const others = ended > 0 ? ` ${count(ended, 'other browser was', 'other browsers were')} signed out.` : ''
  return backWith('ok', `The password is changed.${others}`)
}

export async function takeNewFactor(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('account.keep')
  const result = await renewFactor(actor, formObject(form))
  if (!result.ok) return result
  await carryCodes(actor.personId, result.value.codes)
  redirect('/sign-in/recovery-codes?next=/account')
}

export async function makeRecoveryCodes(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('account.keep')
  const result = await renewRecoveryCodes(actor, formObject(form))
  if (!result.ok) return result
  await carryCodes(actor.personId, result.value.codes)
  redirect('/sign-in/recovery-codes?next=/account')
}

export async function endOwnSession(form: FormData): Promise<void> {
  const actor = await requireActor('account.keep')
  const result = await revokeSession(actor, formObject(form))
  await (result.ok ? backWith('ok', 'The session is ended.') : backWith('attention', result.message))
}

export async function endOtherSessions(): Promise<void> {
  const actor = await requireActor('account.keep')
  const result = await revokeOtherSessions(actor, {})
  if (!result.ok) return backWith('attention', result.message)
  await backWith('ok', `${count(result.value.ended, 'session')} ended.`)
}
