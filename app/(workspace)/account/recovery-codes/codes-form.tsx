'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { makeRecoveryCodes } from '../actions.ts'

const empty: FormState = {}

export function CodesForm() {
  return (
    <ActionForm action={makeRecoveryCodes} initial={empty} errorTitle="No codes were made">
      {(errors) => (
        <>
          <TextField
            name="password"
            label="Your password"
            hint="So that nobody else can do this at your open screen."
            type="password"
            autoComplete="current-password"
            width="half"
            error={errors['password']}
            required
          />
          <div>
            <SubmitButton pendingLabel="Making them…">Make new codes</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
