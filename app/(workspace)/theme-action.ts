'use server'

import { cookies } from 'next/headers'
import { parseTheme, THEME_COOKIE } from '#components/shell/theme'

const year = 365 * 24 * 60 * 60

/** Keeps the chosen theme in a cookie of this browser. Nothing of the person is read or written. */
export async function chooseTheme(form: FormData): Promise<void> {
  const value = parseTheme(form.get('theme'))
  ;(await cookies()).set({ name: THEME_COOKIE, value, path: '/', maxAge: year, sameSite: 'lax' })
}
