'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Tone } from './badge.tsx'

/** The message itself: stays until closed or until the next page. */
export function FlashMessage({ tone, text, cookie }: { tone: Tone; text: string; cookie: string }) {
  const pathname = usePathname()
  const [shownOn, setShownOn] = useState<string | null>(pathname)
  useEffect(() => {
    document.cookie = `${cookie}=; path=/; max-age=0`
  }, [cookie])
  if (shownOn !== pathname) return null
  return (
    <div className={`flash tone-${tone}`}>
      <span className="tone-icon" aria-hidden="true" />
      <p>{text}</p>
      <button type="button" className="btn btn-quiet btn-small" onClick={() => setShownOn(null)}>
        Close<span className="sr-only"> this message</span>
      </button>
    </div>
  )
}
