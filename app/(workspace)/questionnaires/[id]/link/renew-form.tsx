'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { renewLinkAction, type SentState } from '../../actions.ts'
import { SentLink } from '../../sent-link.tsx'

/** Makes another link and shows it once. */
export function RenewForm({ hidden }: { hidden: Readonly<Record<string, string>> }) {
  return (
    <ActionForm action={renewLinkAction} initial={{}} errorTitle="No link was made">
      {(_, state: SentState) =>
        state.address ? (
          <SentLink state={state} />
        ) : (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <FormActions inPlace>
              <SubmitButton variant="secondary" pendingLabel="Making the link…">
                Make another link
              </SubmitButton>
            </FormActions>
          </>
        )
      }
    </ActionForm>
  )
}
