'use server'

import { redirect } from 'next/navigation'
import { signOut as endSession } from '#lib/people/sessions'
import { clearSession, sessionToken } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'

/** Ends this browser's session, in all its tabs. */
export async function signOut(): Promise<void> {
  const token = await sessionToken()
  if (token) await endSession(token, 'signed out', now())
  await clearSession()
  redirect('/sign-in?why=out')
}
