'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '#components/form/action-form'
import { formObject } from '#lib/base/form-data'
import { createDemoPractice } from '#lib/flows/demo-practice'
import { practiceExists, setUpPractice } from '#lib/flows/first-run'
import { signIn } from '#lib/people/sign-in'
import { requestOrigin, setSession } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { stagePath } from '../sign-in/steps.ts'
import { mayOpenSetup } from './permit.ts'

/** Sites arrive as sites.0.name, sites.1.name and so on, with gaps where one was taken out; their order is kept. */
function listOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.values(value) : value
}

export async function setUp(_: FormState, form: FormData): Promise<FormState> {
  const { code, ...input } = formObject(form)
  if (!mayOpenSetup(await headers(), typeof code === 'string' ? code : '')) redirect('/setup')
  const outcome = await setUpPractice(
    { ...input, sites: listOf(input['sites']) },
    await requestOrigin(),
    now(),
  )
  if (outcome.ok) {
    await setSession(outcome.token)
    redirect(stagePath(outcome.stage, '/'))
  }
  if (outcome.code === 'exists') redirect('/sign-in')
  return { fields: outcome.fields }
}

/** Loads the demo practice into an empty installation and signs its officer in. */
export async function lookAround(form: FormData): Promise<void> {
  const { code } = formObject(form)
  if (!mayOpenSetup(await headers(), typeof code === 'string' ? code : '')) redirect('/setup')
  if (await practiceExists()) redirect('/sign-in')
  const [officer] = await createDemoPractice(now())
  const outcome = officer ? await signIn(officer, await requestOrigin(), now()) : null
  if (!outcome?.ok) redirect('/sign-in')
  await setSession(outcome.token)
  redirect(stagePath(outcome.stage, '/settings/demo'))
}
