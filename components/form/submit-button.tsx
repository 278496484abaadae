'use client'

import { type ReactNode, useContext } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonClass } from '../ui/button.tsx'
import { FormAnswerContext } from './form-answer.ts'

/**
 * Sends its form once: from the first press it says `pendingLabel` and takes no second one. Says so when it would replace
 * what somebody else saved meanwhile.
 */
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
  const { overwrites } = useContext(FormAnswerContext)
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
      {mine ? pendingLabel : overwrites && name === undefined ? 'Save over theirs' : children}
    </button>
  )
}
