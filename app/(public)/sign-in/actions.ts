'use server'

import { redirect } from 'next/navigation'
import { currentSession } from '#lib/kernel/require-actor'
import { enrolAtSignIn } from '#lib/people/factor-setup'
import { giveSecondFactor } from '#lib/people/second-factor'
import { signOut } from '#lib/people/sessions'
import { signIn } from '#lib/people/sign-in'
import { clearSession, requestOrigin, sessionToken, setSession } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { safePath } from '#lib/platform/safe-path'
import { carryCodes, carryEmail, dropCarried } from './carried.ts'
import { pagePath, stagePath } from './steps.ts'

const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** First step: e-mail and password. */
export async function givePassword(form: FormData): Promise<void> {
  const next = safePath(text(form, 'next'))
  const email = text(form, 'email')
  const outcome = await signIn({ email, password: text(form, 'password') }, await requestOrigin(), now())
  if (!outcome.ok) {
    await carryEmail(email)
    redirect(pagePath('/sign-in', { error: outcome.code, next }))
  }
  await dropCarried()
  await setSession(outcome.token)
  redirect(stagePath(outcome.stage, next))
}

/** Second step: a code from the app, or a recovery code. */
export async function giveCode(form: FormData): Promise<void> {
  const next = safePath(text(form, 'next'))
  const session = await currentSession()
  if (session?.stage !== 'second-factor') redirect(pagePath('/sign-in', { error: 'late', next }))
  const outcome = await giveSecondFactor(session, text(form, 'code'), await requestOrigin(), now())
  if (!outcome.ok && outcome.code === 'ended') redirect(pagePath('/sign-in', { error: 'late', next }))
  if (!outcome.ok) {
    const by = text(form, 'by') === 'recovery' ? 'recovery' : ''
    redirect(pagePath('/sign-in/second-factor', { error: outcome.code, by, next }))
  }
  await setSession(outcome.token)
  redirect(next)
}

/** Second step for a role that needs a second factor and has none yet. */
export async function enrol(form: FormData): Promise<void> {
  const next = safePath(text(form, 'next'))
  const session = await currentSession()
  if (session?.stage !== 'enrol') redirect(pagePath('/sign-in', { error: 'late', next }))
  const outcome = await enrolAtSignIn(session, text(form, 'code'), await requestOrigin(), now())
  if (!outcome.ok && outcome.code === 'ended') redirect(pagePath('/sign-in', { error: 'late', next }))
  if (!outcome.ok) redirect(pagePath('/sign-in/enrol', { error: outcome.code, next }))
  await setSession(outcome.token)
  await carryCodes(session.personId, outcome.codes)
  redirect(pagePath('/sign-in/recovery-codes', { next }))
}

/** The recovery codes are kept: they are not shown again. */
export async function codesKept(form: FormData): Promise<void> {
  await dropCarried()
  redirect(safePath(text(form, 'next')))
}

/** Gives up half-way and starts with the password again. */
export async function startOver(): Promise<void> {
  const token = await sessionToken()
  if (token) await signOut(token, 'signed out', now())
  await clearSession()
  redirect('/sign-in')
}
