import { headers } from 'next/headers'
import { now } from '#lib/platform/clock'
import { clientAddressIn, isSameOrigin } from '#lib/platform/front-door'
import type { GuestResult } from '#lib/questionnaires/guest'
import { admit, tooMany } from '#lib/questionnaires/guest-limits'

export interface TokenPage {
  params: Promise<{ token: string }>
}

/** What the script of the page is told. */
export type Told<Value> = { ok: true; value: Value } | { ok: false; message: string; gone: boolean }

/** Does what somebody asks who came by a link, unless it comes from another page or too often. */
export async function asGuest<Value>(
  token: string,
  work: () => Promise<GuestResult<Value>>,
): Promise<{ told: Told<Value>; status: number }> {
  const all = await headers()
  const no = (status: number, message: string) => ({
    told: { ok: false as const, message, gone: false },
    status,
  })
  if (!isSameOrigin(all)) return no(403, 'Not allowed')
  const { ok, wasKnown } = await admit(token, clientAddressIn(all), now())
  if (!ok) return no(429, tooMany)
  const result = await work()
  if (!result.ok && result.code === 'gone')
    return { told: { ok: false, message: result.message, gone: true }, status: 404 }
  await wasKnown()
  if (result.ok) return { told: { ok: true, value: result.value }, status: 200 }
  // What is wrong with an answer is an answer, not a failure of the page.
  return no(200, result.message)
}
