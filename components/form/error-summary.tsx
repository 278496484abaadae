'use client'

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { type FieldProblem, placedOnce } from './field-problems.ts'

const unchanging = () => () => undefined

/** What is wrong with a form, at its top: takes the focus when it appears and links to each field, in the page's order. */
export function ErrorSummary({
  title = 'This could not be saved yet',
  errors,
}: {
  title?: string | undefined
  /** `id` is the id of the control; leave it out for what concerns the whole form. */
  errors: readonly FieldProblem[]
}) {
  const box = useRef<HTMLDivElement>(null)
  const onPage = useMemo(() => placedOnce(errors), [errors])
  // Labels and order are the page's, which the server does not have at hand.
  const problems = useSyncExternalStore(unchanging, onPage, () => errors)
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
          {problems.map(({ id, label, message }) => (
            <li key={`${id} ${message}`}>
              {id ? <a href={`#${id}`}>{label ? `${label}: ${message}` : message}</a> : message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
