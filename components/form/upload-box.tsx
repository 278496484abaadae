'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { buttonClass } from '../ui/button.tsx'

/** Takes a file that is dropped on it, says at once when a file is too large, and sends the form once. */
export function UploadBox({
  inputId,
  limit,
  tooLarge,
  label,
  pendingLabel,
  children,
}: {
  inputId: string
  /** In bytes. */
  limit: number
  tooLarge: string
  /** Of the button, before and while the file is on its way. */
  label: string
  pendingLabel: string
  children: ReactNode
}) {
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState('')

  useEffect(() => {
    const input = inputOf(inputId)
    const form = input?.form
    if (!input || !form) return
    const look = () => setProblem((input.files?.[0]?.size ?? 0) > limit ? tooLarge : '')
    const send = (event: SubmitEvent) => {
      if ((input.files?.[0]?.size ?? 0) > limit) event.preventDefault()
      else setSending(true)
    }
    // The page may come back from the browser's memory as it was left.
    const comeBack = () => setSending(false)
    look()
    input.addEventListener('change', look)
    form.addEventListener('submit', send)
    window.addEventListener('pageshow', comeBack)
    return () => {
      input.removeEventListener('change', look)
      form.removeEventListener('submit', send)
      window.removeEventListener('pageshow', comeBack)
    }
  }, [inputId, limit, tooLarge])

  // Dropping is an extra for the mouse; the file field inside does the same for everybody.
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = box.current
    if (!place) return
    const hover = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = () => setOver(false)
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const input = inputOf(inputId)
      const files = event.dataTransfer?.files
      if (!input || !files?.length) return
      input.files = files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      input.focus()
    }
    place.addEventListener('dragover', hover)
    place.addEventListener('dragleave', leave)
    place.addEventListener('drop', drop)
    return () => {
      place.removeEventListener('dragover', hover)
      place.removeEventListener('dragleave', leave)
      place.removeEventListener('drop', drop)
    }
  }, [inputId])

  return (
    <div ref={box} className={over ? 'drop-box is-over' : 'drop-box'} role="group" aria-label="File">
      {children}
      <p className="field-error" role="alert">
        {problem}
      </p>
      <div className="actions">
        <button
          type="submit"
          className={buttonClass({ variant: 'primary' })}
          aria-disabled={sending || problem !== '' || undefined}
          onClick={(event) => {
            if (sending || problem !== '') event.preventDefault()
          }}
        >
          {sending ? pendingLabel : label}
        </button>
        <p className="drop-box-hint">or drop a file here</p>
      </div>
    </div>
  )
}

function inputOf(id: string): HTMLInputElement | null {
  const found = document.getElementById(id)
  return found instanceof HTMLInputElement ? found : null
}
