import { cookies, headers } from 'next/headers'
import { isSecure } from '#lib/platform/front-door'
import { kioskHours } from '#lib/training/kiosk-schema'
import type { Secrets } from '#lib/training/kiosk-turn'

// A tablet has cookies of its own, which no page of the workspace reads: with them alone nobody is signed in.

async function names() {
  const secure = isSecure(await headers())
  const name = (what: string) => `${secure ? '__Host-' : ''}plumbline-${what}`
  const options = { httpOnly: true, sameSite: 'strict' as const, path: '/', secure }
  return { kiosk: name('kiosk'), turn: name('kiosk-turn'), options }
}

/** The secrets that this browser sent: of the tablet, and of the turn of whoever is at it. Empty where there is none. */
export async function kioskSecrets(): Promise<Secrets> {
  const [jar, { kiosk, turn }] = [await cookies(), await names()]
  return { token: jar.get(kiosk)?.value ?? '', turn: jar.get(turn)?.value ?? '' }
}

/** Makes this browser a tablet. */
export async function setKiosk(token: string): Promise<void> {
  const { kiosk, options } = await names()
  ;(await cookies()).set(kiosk, token, { ...options, maxAge: kioskHours * 3_600 })
}

/** Begins or ends (null) a turn in this browser. */
export async function setTurn(turn: string | null): Promise<void> {
  const { turn: name, options } = await names()
  ;(await cookies()).set(name, turn ?? '', turn ? options : { ...options, maxAge: 0 })
}
