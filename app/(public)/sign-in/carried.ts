import { cookies } from 'next/headers'
import { seal, unseal } from '#lib/platform/secret-box'

// What one page hands to the next without a place in the address bar, the browser's history or the database: sealed
// cookies that live for minutes.

const EMAIL = 'tried'
const CODES = 'codes'
const MINUTES = 60
const options = { httpOnly: true, sameSite: 'lax' as const, path: '/' }

/** Keeps the typed e-mail (never the password) over a failed try. */
export async function carryEmail(email: string): Promise<void> {
  const value = seal(email.slice(0, 320), EMAIL)
  ;(await cookies()).set(EMAIL, value, { ...options, path: '/sign-in', maxAge: 5 * MINUTES })
}

export async function carriedEmail(): Promise<string> {
  const value = (await cookies()).get(EMAIL)?.value
  return value ? (unseal(value, EMAIL) ?? '') : ''
}

/** Hands new recovery codes to the page that shows them; readable by this person's session only. */
export async function carryCodes(personId: string, codes: readonly string[]): Promise<void> {
  const value = seal(codes.join(' '), `${CODES} ${personId}`)
  ;(await cookies()).set(CODES, value, { ...options, maxAge: 10 * MINUTES })
}

export async function carriedCodes(personId: string): Promise<string[]> {
  const value = (await cookies()).get(CODES)?.value
  const text = value ? unseal(value, `${CODES} ${personId}`) : null
  return text ? text.split(' ') : []
}

export async function dropCarried(): Promise<void> {
  const jar = await cookies()
  jar.set(EMAIL, '', { ...options, path: '/sign-in', maxAge: 0 })
  jar.set(CODES, '', { ...options, maxAge: 0 })
}
