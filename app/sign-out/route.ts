import { signOut } from '#lib/people/sessions'
import { clearSession, sessionToken } from '#lib/platform/auth'
import { now } from '#lib/platform/clock'
import { isSameOrigin } from '#lib/platform/front-door'

/** Ends this browser's session, in all its tabs. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const token = await sessionToken()
  if (token) await signOut(token, 'signed out', now())
  await clearSession()
  return new Response(null, { status: 303, headers: { location: '/sign-in?why=out' } })
}
