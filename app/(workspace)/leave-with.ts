import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { flashCookie } from '#components/ui/flash'

/** Ends a server action: says on the next page what was done, and goes there. */
export async function leaveWith(text: string, to: string): Promise<never> {
  ;(await cookies()).set(flashCookie('ok', text))
  redirect(to)
}
