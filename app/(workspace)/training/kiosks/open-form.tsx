'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { openKioskAction } from './actions.ts'

/** Opens this very browser as a shared tablet. */
export function OpenForm({
  sites,
  siteId,
}: {
  sites: readonly { value: string; label: string }[]
  siteId: string
}) {
  return (
    <ActionForm action={openKioskAction} initial={{}} errorTitle="The tablet is not open">
      {(errors) => (
        <>
          <Select
            name="siteId"
            label="Site"
            options={sites}
            defaultValue={siteId}
            error={errors['siteId']}
            required
          />
          <TextField
            name="name"
            label="What this tablet is called"
            hint="So that you know it again in the list: “Break room tablet”."
            defaultValue="Tablet"
            error={errors['name']}
            required
          />
          <FormActions inPlace>
            <SubmitButton pendingLabel="Opening…">Open it here and sign me out</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
