import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Tone } from '#components/ui/badge'
import { flashCookie } from '#components/ui/flash'

/** Ends a server action: says on the next page what was done (or why not), and goes there. */
export async function leaveWith(text: string, to: string, tone: Tone = 'ok'): Promise<never> {
  ;(await cookies()).set(flashCookie(tone, text))
  redirect(to)
}
