import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { currentPath, sessionToken } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { findSession, type SessionContext } from '#lib/platform/session'
import { type Actor, can, heldRoles, type Permission } from './access.ts'
import { todayFor } from './today.ts'

/** The session behind this request's cookie, looked up once per request; null when there is none that counts. */
const requestSession = cache(async (): Promise<SessionContext | null> => {
  const token = await sessionToken()
  return token ? findSession(token, now()) : null
})

/** The session at any stage, for the pages between password and second factor. */
export const currentSession = requestSession

/** Who a full session belongs to. Pure but for the clock: roles that ended count for nothing. */
function actorOf(session: SessionContext): Actor {
  return {
    practiceId: session.practiceId,
    practiceName: session.practiceName,
    timeZone: session.timeZone,
    isDemo: session.isDemo,
    idleMinutes: session.idleMinutes,
    cadences: session.cadences,
    personId: session.personId,
    name: session.personName,
    email: session.email ?? '',
    homeSiteIds: session.homeSiteIds,
    held: heldRoles(session.roles, todayFor(session)),
    sessionId: session.sessionId,
  }
}

/** The signed-in actor, or null: for route handlers, which answer 401 themselves. */
export async function currentActor(): Promise<Actor | null> {
  const session = await requestSession()
  return session?.stage === 'full' ? actorOf(session) : null
}

/**
 * For pages and server actions: the actor, when they may do this at all. Otherwise the browser goes to sign in,
 * and a signed-in person without the permission gets the same page as for something that does not exist.
 */
export async function requireActor(permission: Permission): Promise<Actor> {
  const session = await requestSession()
  if (!session) {
    // With a token that no longer counts, what was sent with it was not saved: the page for signing in says so.
    const why = (await sessionToken()) ? 'why=gone&' : ''
    redirect(`/sign-in?${why}next=${encodeURIComponent(await currentPath())}`)
  }
  if (session.stage !== 'full')
    redirect(
      `${session.stage === 'enrol' ? '/sign-in/enrol' : '/sign-in/second-factor'}?next=${encodeURIComponent(await currentPath())}`,
    )
  const actor = actorOf(session)
  if (!can(actor, permission)) notFound()
  return actor
}
