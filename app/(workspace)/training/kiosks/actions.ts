'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import { requireActor } from '#lib/kernel/require-actor'
import { signOut } from '#lib/people/sessions'
import { clearSession, sessionToken } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { endKiosk, givePin, openKiosk } from '#lib/training/kiosk-commands'
import { setKiosk, setTurn } from '../../../(public)/kiosk/kiosk-cookies.ts'
import { leaveWith } from '../../leave-with.ts'

/** Makes this browser a shared tablet, and signs whoever opened it out of it: nothing else can be reached from it then. */
export async function openKioskAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('training.keep')
  const result = await openKiosk(actor, formObject(form))
  if (!result.ok) return result
  const token = await sessionToken()
  if (token) await signOut(token, 'signed out', now())
  await clearSession()
  await setKiosk(result.value.token)
  await setTurn(null)
  redirect('/kiosk')
}

export async function endKioskAction(form: FormData): Promise<void> {
  const actor = await requireActor('training.keep')
  const result = await endKiosk(actor, formObject(form))
  await leaveWith(
    result.ok ? 'The tablet is ended.' : result.message,
    '/training/kiosks',
    result.ok ? 'ok' : 'attention',
  )
}

/** A form's answer with the PIN in it, which is told this once. */
export type PinState = FormState & { given?: { name: string; pin: string } }

export async function givePinAction(_: PinState, form: FormData): Promise<PinState> {
  const actor = await requireActor('training.keep')
  const result = await givePin(actor, formObject(form))
  return result.ok ? { ok: true, given: result.value } : result
}
