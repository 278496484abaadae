'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonClass } from '../ui/button.tsx'

/** Sends its form once: from the first press it says `pendingLabel` and takes no second one. */
export function SubmitButton({
  children,
  variant = 'primary',
  size,
  wide,
  pendingLabel = 'Saving…',
  name,
  value,
  formNoValidate,
}: Omit<ButtonLook, 'icon'> & {
  children: ReactNode
  pendingLabel?: string
  name?: string
  value?: string
  formNoValidate?: boolean
}) {
  const { pending, data } = useFormStatus()
  const mine = pending && (name === undefined || data.get(name) === (value ?? ''))
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size, wide })}
      {...{ name, value, formNoValidate }}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {mine ? pendingLabel : children}
    </button>
  )
}
