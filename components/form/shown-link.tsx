'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from './text-field.tsx'

/** A link that is shown this once, with the button that copies it. `children`: what stands between them, `actions` beside the button. */
export function ShownLink({
  address,
  hint,
  actions,
  children,
}: {
  address: string
  hint: string
  actions?: ReactNode
  children?: ReactNode
}) {
  const [said, say] = useState('')
  return (
    <>
      <TextField
        name="address"
        label="Link"
        hint={hint}
        defaultValue={address}
        readOnly
        required
        spellCheck={false}
      />
      {children}
      <p className="callout-actions">
        <Button size="small" onClick={() => void copy(address).then(say)}>
          Copy the link
        </Button>
        {actions}
        <span role="status">{said}</span>
      </p>
    </>
  )
}

/** Without TLS a browser does not lend its clipboard to pages; then the link is selected, ready for the copy key. */
async function copy(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address)
    return 'Copied.'
  } catch {
    const field = document.getElementById('address')
    if (field instanceof HTMLInputElement) field.select()
    return 'Selected: press Ctrl+C (⌘C on a Mac) to copy.'
  }
}
