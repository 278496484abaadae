import { cookies, headers } from 'next/headers.js'
import type { NextRequest } from 'next/server'
import type { AuthOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import { env } from './env.ts'
import { clientAddressIn, isSecure } from './front-door.ts'
import { log } from './log.ts'

// The only file that knows next-auth. Its encrypted cookie carries one thing: the random token of a Session row, and
// that row decides. How and why: docs/decisions/0002-sign-in.md.

/** Longer than any session may last: the row's expiry is the one that counts. In seconds. */
const COOKIE_AGE = 30 * 24 * 60 * 60

/** Where a request comes from, as sessions and the audit trail record it. */
export interface Origin {
  address: string
  userAgent: string
}

/** The cookie's name: under TLS one that no page of another host or of plain HTTP can set. */
function sessionCookie(secure: boolean) {
  return {
    name: secure ? '__Host-plumbline-session' : 'plumbline-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

/** The value of the session cookie for a session's token. */
export function sealToken(token: string): Promise<string> {
  return encode({ token: { sid: token }, secret: env().authSecret, maxAge: COOKIE_AGE })
}

/** The session token in this request's cookie; null when there is none or it was not made here. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie(isSecure(await headers())).name)?.value
  if (!value) return null
  try {
    const claims = await decode({ token: value, secret: env().authSecret })
    return typeof claims?.['sid'] === 'string' ? claims['sid'] : null
  } catch {
    return null
  }
}

/** Gives the browser a session, until the browser is closed or the row ends. For server actions and route handlers. */
export async function setSession(token: string): Promise<void> {
  const { name, options } = sessionCookie(isSecure(await headers()))
  ;(await cookies()).set(name, await sealToken(token), options)
}

/** Takes the session cookie back. For server actions and route handlers. */
export async function clearSession(): Promise<void> {
  const { name, options } = sessionCookie(isSecure(await headers()))
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** Path and query of the page this request is for, as proxy.ts noted them. */
export async function currentPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '/'
}

/** Where this request comes from. */
export async function requestOrigin(): Promise<Origin> {
  const all = await headers()
  return { address: clientAddressIn(all), userAgent: (all.get('user-agent') ?? '').slice(0, 300) }
}

/** What next-auth's endpoints need from the people domain, which platform may not import. */
export interface AuthDoor {
  /** Checks e-mail and password; the token of the new session, or null. */
  signIn: (credentials: { email: string; password: string }, from: Origin) => Promise<string | null>
  signOut: (token: string) => Promise<void>
}

/** Options for next-auth. A provider for single sign-on goes into `providers`; its callback starts a Session row as well. */
async function authOptions(door: AuthDoor): Promise<AuthOptions> {
  const { default: credentials } = await import('next-auth/providers/credentials')
  const from = await requestOrigin()
  const secure = isSecure(await headers())
  return {
    secret: env().authSecret,
    useSecureCookies: secure,
    cookies: { sessionToken: sessionCookie(secure) },
    session: { strategy: 'jwt', maxAge: COOKIE_AGE },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [
      credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (given) => {
          const token = await door.signIn(
            { email: given?.email ?? '', password: given?.password ?? '' },
            from,
          )
          return token ? { id: token } : null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token['sid'] }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.['sid'] === 'string') await door.signOut(token['sid'])
      },
    },
    logger: {
      error: (name) => log('warn', 'next-auth refused a request', { name }),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

interface AuthRouteContext {
  params: Promise<{ nextauth: string[] }>
}

/** next-auth's endpoints under /api/auth. */
export async function answerAuthRequest(
  request: NextRequest,
  context: AuthRouteContext,
  door: AuthDoor,
): Promise<Response> {
  const { default: NextAuth } = await import('next-auth')
  const response: unknown = await NextAuth(request, context, await authOptions(door))
  return response instanceof Response ? response : new Response(null, { status: 500 })
}
