import { randomBytes, randomUUID } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '#lib/platform/env'
import { isForeign, isSecure, packagesOriginIn, REQUEST_ID_HEADER } from '#lib/platform/front-door'

// Headers only. Who may do what is decided in each page and action: a proxy can be skipped.

/** `style-src-attr`: widths of bars and places of popups are style attributes; a style sheet still needs the nonce. */
function contentSecurityPolicy(nonce: string, packages: string | null): string {
  const isDevelopment = env().nodeEnv === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // Previews of our own, and packages of others, which play at their own address.
    `frame-src 'self'${packages ? ` ${packages}` : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function proxy(request: NextRequest): NextResponse {
  // Refused again by whatever would act on it; here it costs no line in the log.
  if (isForeign(request.method, request.headers)) return new NextResponse('Forbidden', { status: 403 })
  const nonce = randomBytes(18).toString('base64')
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? randomUUID()
  const { pathname, searchParams } = request.nextUrl
  // A shared tablet plays none.
  const packages = pathname === '/kiosk' ? null : packagesOriginIn(request.headers)
  const policy = contentSecurityPolicy(nonce, packages)
  const query = new URLSearchParams(searchParams)
  query.delete('_rsc')

  const headers = new Headers(request.headers)
  headers.set(REQUEST_ID_HEADER, requestId)
  headers.set('x-path', query.size > 0 ? `${pathname}?${query}` : pathname)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set(REQUEST_ID_HEADER, requestId)
  if (isSecure(request.headers)) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

// Files on records bring headers of their own, and are not held in memory for the length of an upload.
export const config = {
  matcher: [
    '/((?!_next/static/|icon.svg$|favicon.ico$|evidence/upload$|courses/[0-9a-f-]{36}/package/upload$|questionnaire/[\\w-]+/file$|training/take/[0-9a-f-]{36}/(?:certificate$|file/)|kiosk/file/|evidence/[0-9a-f-]{36}(?:/preview)?$).*)',
  ],
}
