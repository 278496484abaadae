'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { choosePassword } from './actions.ts'

const empty: FormState = {}

export function PasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={choosePassword.bind(null, token)} initial={empty} errorTitle="This will not do yet">
      {(errors) => (
        <>
          <TextField
            name="email"
            label="You sign in with"
            type="email"
            autoComplete="username"
            defaultValue={email}
            readOnly
            required
          />
          <TextField
            name="password"
            label="Password"
            hint="At least 12 characters. A few words that do not belong together are good and easy to remember."
            type="password"
            autoComplete="new-password"
            error={errors['password']}
            required
          />
          <TextField
            name="again"
            label="The same password again"
            type="password"
            autoComplete="new-password"
            error={errors['again']}
            required
          />
          <SubmitButton wide>Save and sign in</SubmitButton>
        </>
      )}
    </ActionForm>
  )
}
