'use client'

import { useEffect, useRef } from 'react'

/** What is wrong with a form, at its top: takes the focus when it appears and links to each field. */
export function ErrorSummary({
  title = 'This could not be saved yet',
  errors,
}: {
  title?: string | undefined
  /** `id` is the id of the control; leave it out for what concerns the whole form. */
  errors: readonly { id?: string | undefined; message: string }[]
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="callout tone-danger error-summary" role="alert" tabIndex={-1} ref={box}>
      <span className="tone-icon" aria-hidden="true" />
      <div>
        <p className="callout-title">{title}</p>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={`${id} ${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
