'use client'

import { useState } from 'react'
import { ActionForm, type FieldErrors } from '#components/form/action-form'
import { FormActions, FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { timeZones } from '#lib/people/places'
import { timeZoneOfState } from '#lib/people/time-zone-of-state'
import { setUp } from './actions.ts'
import { SiteFields } from './site-fields.tsx'
import { StatePicker } from './state-picker.tsx'

/** The whole of the first run. `code` goes along so that the server can check it again. */
export function SetupForm({ code }: { code: string }) {
  const [states, setStates] = useState<readonly string[]>([])
  // Of several, a guess would quietly choose the wrong law.
  const only = states.length === 1 ? states[0] : ''
  return (
    <ActionForm action={setUp} initial={{}} errorTitle="This is not complete yet">
      {(errors) => (
        <>
          <input type="hidden" name="code" value={code} />
          <PracticeFields errors={errors} states={states} onStates={setStates} />
          <SiteFields errors={errors} state={only ?? ''} />
          <AccountFields errors={errors} />
          <FormActions note="Next: the second step of signing in, with your phone.">
            <SubmitButton pendingLabel="Setting up…">Set up the practice</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

function PracticeFields({
  errors,
  states,
  onStates,
}: {
  errors: FieldErrors
  states: readonly string[]
  onStates: (states: readonly string[]) => void
}) {
  return (
    <FormSection title="The practice">
      <TextField
        name="practiceName"
        label="Name of the practice"
        autoComplete="organization"
        error={errors['practiceName']}
        required
      />
      <StatePicker chosen={states} onChange={onStates} error={errors['states']} />
      <Select
        name="timeZone"
        label="Time zone"
        hint="Due dates are days in this time zone."
        options={timeZones}
        defaultValue={timeZoneOfState(states[0] ?? '')}
        width="half"
        error={errors['timeZone']}
        required
      />
    </FormSection>
  )
}

function AccountFields({ errors }: { errors: FieldErrors }) {
  return (
    <FormSection
      title="You"
      lede="You start as compliance officer and practice owner, and can hand either role to somebody else later."
    >
      <TextField name="name" label="Your name" autoComplete="name" error={errors['name']} required />
      <TextField
        name="email"
        label="Your e-mail"
        hint="You sign in with it. Nothing is sent."
        type="email"
        autoComplete="username"
        error={errors['email']}
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
    </FormSection>
  )
}
