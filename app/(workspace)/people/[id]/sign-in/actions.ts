'use server'

import type { FormState } from '#components/form/action-form'
import { formatInstant } from '#lib/base/days'
import { formObject } from '#lib/base/form-data'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import { requireActor } from '#lib/kernel/require-actor'
import { resetSecondFactor } from '#lib/people/account-help'
import { createInvitation, createResetLink, type NewLink, revokeLink } from '#lib/people/links'
import { refusedEntry } from '../../../form-values.ts'
import { leaveWith } from '../../../leave-with.ts'
import { linkAddress } from '../../../link-address.ts'

/** A link that was just made, to be shown this once. */
export interface LinkState extends FormState {
  address?: string
  until?: string
  /** Whether the address leads anywhere on this computer only. */
  here?: boolean
}

/** The link as somebody else's browser reaches it: under the address that people use, else the one of this request. */
async function shown(actor: Actor, result: Result<NewLink>): Promise<LinkState> {
  if (!result.ok) return { message: result.message, fields: result.fields }
  return {
    ok: true,
    ...(await linkAddress(result.value.path)),
    until: formatInstant(result.value.expiresAt, actor.timeZone),
  }
}

export async function invite(_: LinkState, form: FormData): Promise<LinkState> {
  const actor = await requireActor('person.access')
  return shown(actor, await createInvitation(actor, formObject(form)))
}

export async function makeResetLink(_: LinkState, form: FormData): Promise<LinkState> {
  const actor = await requireActor('person.access')
  return shown(actor, await createResetLink(actor, formObject(form)))
}

export async function withdrawLink(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('person.access')
  const result = await revokeLink(actor, formObject(form))
  if (!result.ok) return { message: result.message }
  return leaveWith('Withdrew the link.', `/people/${result.value.personId}/sign-in`)
}

export async function takeSecondFactor(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('person.access')
  const result = await resetSecondFactor(actor, formObject(form))
  if (!result.ok) return refusedEntry(result, form)
  return leaveWith('Took the second factor away.', `/people/${result.value.personId}`)
}
