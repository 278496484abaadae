'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { type Option, Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { type EntryState, type FormValues, textIn } from '../../form-values.ts'

/** Adds a site, or changes one when `record` is given. */
export function SiteForm({
  action,
  record,
  values: initial = {},
  states,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  record?: { id: string; version: number }
  values?: FormValues
  states: readonly Option[]
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => {
        const values = state.values ?? initial
        return (
          <>
            {record ? (
              <>
                <input type="hidden" name="id" value={record.id} />
                <input type="hidden" name="version" value={record.version} />
              </>
            ) : null}
            <TextField
              name="name"
              label="Name"
              width="half"
              required
              hint="As people here say it; spreadsheets find the site by it."
              defaultValue={textIn(values, 'name')}
              error={errors.name}
            />
            <Select
              name="state"
              label="State"
              width="half"
              options={states}
              required
              why="Some states have laws of their own on AI in care."
              defaultValue={textIn(values, 'state')}
              error={errors.state}
            />
            <FormActions inPlace={record !== undefined}>
              <SubmitButton>{record ? 'Save' : 'Add site'}</SubmitButton>
              <ButtonLink href="/settings/sites">Back to sites</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
