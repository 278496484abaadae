'use client'

import { useState } from 'react'
import { TextField } from '#components/form/text-field'
import { Button, ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import type { SentState } from './actions.ts'

/** A link that was just made: shown this once, to copy. */
export function SentLink({ state }: { state: SentState }) {
  const [said, say] = useState('')
  const { address = '', until, mailed, href = '/questionnaires', ref } = state
  return (
    <Callout
      tone="ok"
      live
      title={mailed ? `${ref} is on its way by mail.` : `Send this link to the vendor.`}
    >
      <p>
        {mailed
          ? 'You can also copy the link now. It is not shown again.'
          : 'It was not mailed. Copy it now and send it yourself: it is not shown again.'}
      </p>
      <TextField
        name="address"
        label="Link"
        hint={`Works until ${until}. Whoever has it can answer.`}
        defaultValue={address}
        readOnly
        required
        spellCheck={false}
      />
      <p className="callout-actions">
        <Button size="small" onClick={() => void copy(address).then(say)}>
          Copy the link
        </Button>
        <ButtonLink size="small" href={href}>
          Open {ref}
        </ButtonLink>
        <span role="status">{said}</span>
      </p>
    </Callout>
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
