'use client'

import { useEffect, useRef } from 'react'

/** The list's search words. Keeps the focus when the list changes, and follows the address when that changes. */
export function SearchField({
  label,
  hint,
  value,
}: {
  label: string
  hint: string | undefined
  value: string
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current) input.current.value = value
  }, [value])
  return (
    <input
      ref={input}
      className="control"
      type="search"
      name="q"
      aria-label={label}
      placeholder={hint}
      defaultValue={value}
      autoComplete="off"
    />
  )
}
