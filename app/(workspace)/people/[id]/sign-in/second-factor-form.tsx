'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'

/** Takes a person's second factor away. */
export function SecondFactorForm({
  action,
  personId,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  personId: string
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="The second factor stays">
      {(errors) => (
        <>
          <input type="hidden" name="personId" value={personId} />
          <TextField
            name="reason"
            label="Reason"
            hint="Such as: lost their phone, known in person."
            error={errors.reason}
          />
          <FormActions inPlace>
            <SubmitButton variant="danger" pendingLabel="Taking it away…">
              Take the second factor away
            </SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
