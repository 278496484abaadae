import { cookies, headers } from 'next/headers'
import { isSecure } from '#lib/platform/front-door'
import { seal, unseal } from '#lib/platform/secret-box'

// What one page hands to the next without a place in the address bar, the browser's history or the database: sealed
// cookies that live for minutes.

const EMAIL = 'plumbline-tried'
const CODES = 'plumbline-codes'
const MINUTES = 60

async function optionsFor(path: string, maxAge: number) {
  return { httpOnly: true, sameSite: 'lax' as const, path, maxAge, secure: isSecure(await headers()) }
}

/** Keeps the typed e-mail (never the password) over a failed try. */
export async function carryEmail(email: string): Promise<void> {
  const value = seal(email.slice(0, 320), EMAIL)
  ;(await cookies()).set(EMAIL, value, await optionsFor('/sign-in', 5 * MINUTES))
}

export async function carriedEmail(): Promise<string> {
  const value = (await cookies()).get(EMAIL)?.value
  return value ? (unseal(value, EMAIL) ?? '') : ''
}

/** Hands new recovery codes to the page that shows them; readable by this person's session only. */
export async function carryCodes(personId: string, codes: readonly string[]): Promise<void> {
  const value = seal(codes.join(' '), `${CODES} ${personId}`)
  ;(await cookies()).set(CODES, value, await optionsFor('/', 10 * MINUTES))
}

export async function carriedCodes(personId: string): Promise<string[]> {
  const value = (await cookies()).get(CODES)?.value
  const text = value ? unseal(value, `${CODES} ${personId}`) : null
  return text ? text.split(' ') : []
}

export async function dropCarried(): Promise<void> {
  const jar = await cookies()
  jar.set(EMAIL, '', await optionsFor('/sign-in', 0))
  jar.set(CODES, '', await optionsFor('/', 0))
}
