'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { ShownLink } from '#components/form/shown-link'
import { SubmitButton } from '#components/form/submit-button'
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
  return (
    <Callout tone="ok" live title="Hand this over now: it is not shown again.">
      <ShownLink address={address} hint={`Works once, until ${until}.`}>
        {here ? (
          <p>
            This address works on this computer only. To make links for others, open Plumbline by the
            computer’s network address, or set APP_URL to the address that people use.
          </p>
        ) : null}
      </ShownLink>
    </Callout>
  )
}
