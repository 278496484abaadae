import type { Tone } from './badge.tsx'
import { FlashMessage } from './flash-message.tsx'

/** One message about what was just done, carried over a redirect. */
export type Flash = { id: string; tone: Tone; text: string }

/** Name of the cookie that carries it. It lives for seconds, so it clears itself also without script. */
export const FLASH_COOKIE = 'flash'

/** The cookie to set before a redirect, ready for `(await cookies()).set(flashCookie('ok', 'Saved.'))`. */
export function flashCookie(tone: Tone, text: string) {
  const value = JSON.stringify({ id: crypto.randomUUID(), tone, text })
  return { name: FLASH_COOKIE, value, path: '/', maxAge: 20, sameSite: 'lax' as const }
}

const tones: readonly unknown[] = ['ok', 'attention', 'danger', 'neutral'] satisfies Tone[]

function isFlash(value: unknown): value is Flash {
  if (typeof value !== 'object' || value === null) return false
  return (
    'id' in value &&
    typeof value.id === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    'tone' in value &&
    tones.includes(value.tone)
  )
}

/** The message in a cookie's value; null when there is none or it is not ours. */
export function parseFlash(value: string | undefined): Flash | null {
  if (!value) return null
  try {
    const parsed: unknown = JSON.parse(value)
    return isFlash(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** Where flash messages are shown and announced; keep it on the page also when there is none. */
export function FlashRegion({ flash }: { flash: Flash | null }) {
  return (
    <div role="status">
      {flash ? (
        <FlashMessage key={flash.id} tone={flash.tone} text={flash.text} cookie={FLASH_COOKIE} />
      ) : null}
    </div>
  )
}
