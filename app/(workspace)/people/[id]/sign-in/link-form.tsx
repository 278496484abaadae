'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { LinkOnce } from '#components/form/link-once'
import { SubmitButton } from '#components/form/submit-button'
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
            <LinkOnce
              title="Hand this over now: it is not shown again."
              address={state.address}
              hint={`Works once, until ${state.until ?? ''}.`}
            >
              {state.here ? (
                <p>
                  This address works on this computer only. To make links for others, open Plumbline by the
                  computer’s network address, or set APP_URL to the address that people use.
                </p>
              ) : null}
            </LinkOnce>
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
