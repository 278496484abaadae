'use client'

import { useEffect, useState } from 'react'

/** What stands in a control right now, so that the control itself can stay on the server. */
export function useControlText(controlId: string): string {
  const [text, setText] = useState('')
  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return
    const read = () => setText(control.value)
    read()
    control.addEventListener('input', read)
    return () => control.removeEventListener('input', read)
  }, [controlId])
  return text
}
