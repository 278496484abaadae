'use client'

import { useEffect } from 'react'

/** The title of the window where a page gave way to another: the page's own title has been set by then. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = `${title} · Plumbline`
  }, [title])
  return null
}
