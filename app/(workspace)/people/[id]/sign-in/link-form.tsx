'use client'

import { useState } from 'react'
import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { Button } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import type { LinkState } from './actions.ts'

/** Makes a one-time link and shows it once. */
export function LinkForm({
  action,
  personId,
  label,
}: {
  action: (state: LinkState, form: FormData) => Promise<LinkState>
  personId: string
  label: string
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="No link was made">
      {(_, state: LinkState) => (
        <>
          <input type="hidden" name="personId" value={personId} />
          {state.address ? (
            <NewLink address={state.address} until={state.until ?? ''} here={state.here ?? false} />
          ) : null}
          <FormActions inPlace>
            <SubmitButton variant={state.address ? 'secondary' : 'primary'} pendingLabel="Making the link…">
              {state.address ? 'Make another link' : label}
            </SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

function NewLink({ address, until, here }: { address: string; until: string; here: boolean }) {
  const [said, say] = useState('')
  return (
    <Callout tone="ok" live title="Hand this over now: it is not shown again.">
      <TextField
        name="address"
        label="Link"
        hint={`Works once, until ${until}.`}
        defaultValue={address}
        readOnly
        required
        spellCheck={false}
      />
      {here ? (
        <p>
          This address works on this computer only. To make links for others, open Plumbline by the computer’s
          network address, or set APP_URL to the address that people use.
        </p>
      ) : null}
      <p className="callout-actions">
        <Button size="small" onClick={() => void copy(address).then(say)}>
          Copy the link
        </Button>
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
