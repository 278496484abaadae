import { currentSession } from '#lib/kernel/require-actor'
import { sessionDeadline } from '#lib/people/session-deadline'
import { signOut } from '#lib/people/sessions'
import { clearSession, sessionToken } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { isSameOrigin } from '#lib/platform/front-door'

const nothing = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Somebody is using the page: puts the idle time-out off and says how long there is now. 401: signed out. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return nothing(403)
  const session = await currentSession()
  if (session?.stage !== 'full') return nothing(401)
  return Response.json(sessionDeadline(session, now()), { headers: { 'cache-control': 'no-store' } })
}

/** Nobody used the page for too long: ends the session. */
export async function DELETE(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return nothing(403)
  const token = await sessionToken()
  if (token) await signOut(token, 'idle', now())
  await clearSession()
  return nothing(204)
}
