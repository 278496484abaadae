'use client'

import { useControlText } from './use-control-text.tsx'

/** Says the limit of a text, and how much is left once it gets close. */
export function CharacterCount({ controlId, limit }: { controlId: string; limit: number }) {
  const length = useControlText(controlId).length
  const left = limit - length
  const near = left < Math.max(20, limit / 5)
  const words = left < 0 ? `${-left} characters too many` : `${left} characters left`
  return (
    <p className={left < 0 ? 'field-count field-error' : 'field-count'} role="status">
      {near ? words : `Up to ${limit.toLocaleString('en-US')} characters`}
    </p>
  )
}
