'use client'

import type { ReactNode } from 'react'
import { ActionForm, type FormState } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { takeNewFactor } from '../actions.ts'

const empty: FormState = {}

/** `steps` (the picture and the key) stay on the server. */
export function FactorForm({ steps }: { steps: ReactNode }) {
  return (
    <ActionForm action={takeNewFactor} initial={empty} errorTitle="Nothing is changed yet">
      {(errors) => (
        <>
          {steps}
          <TextField
            name="code"
            label="Six digits that the app shows now"
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
            error={errors['code']}
            required
          />
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
            <SubmitButton pendingLabel="Checking…">Finish</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}
