'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '#components/form/action-form'
import { followLink } from '#lib/people/link-use'
import { requestOrigin, setSession } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { stagePath } from '../../sign-in/steps.ts'

export async function choosePassword(token: string, _: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const given = { password: text('password'), again: text('again') }
  const outcome = await followLink(token, given, await requestOrigin(), now())
  if (outcome.ok) {
    await setSession(outcome.token)
    redirect(stagePath(outcome.stage, '/'))
  }
  if (outcome.code === 'invalid') return { fields: outcome.fields }
  if (outcome.code === 'gone') redirect(`/link/${encodeURIComponent(token)}`)
  return {
    message:
      'This e-mail address signs in at another practice of this installation already. Ask whoever invited you to note another one.',
  }
}
