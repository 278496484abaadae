'use client'

import { useEffect, useRef } from 'react'

/** Puts the focus into the control with this id when the page arrives, and again with every new `answer` of the server. */
export function FocusField({ id, answer }: { id: string; answer: string }) {
  const answered = useRef<string>(null)
  useEffect(() => {
    if (answered.current === answer) return
    const isFirst = answered.current === null
    answered.current = answer
    // Whoever was quicker than the script stays where they type.
    if (isFirst && document.activeElement !== document.body) return
    document.getElementById(id)?.focus()
  }, [id, answer])
  return null
}
