'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { changeOwnPassword } from './actions.ts'

const empty: FormState = {}

export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm action={changeOwnPassword} initial={empty} errorTitle="The password is not changed">
      {(errors) => (
        <>
          {/* For password managers, which ask whose password this is. */}
          <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
          <TextField
            name="current"
            label="Your password now"
            type="password"
            autoComplete="current-password"
            width="half"
            error={errors['current']}
            required
          />
          <TextField
            name="password"
            label="New password"
            hint="At least 12 characters. A few words that do not belong together are good and easy to remember."
            type="password"
            autoComplete="new-password"
            width="half"
            error={errors['password']}
            required
          />
          <TextField
            name="again"
            label="The new password again"
            type="password"
            autoComplete="new-password"
            width="half"
            error={errors['again']}
            required
          />
          <div>
            <SubmitButton>Change the password</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
