'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { type Option, Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'

/** Name, states and time zone of the practice. */
export function FactsForm({
  action,
  version,
  values: initial,
  states,
  timeZones,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  version: number
  values: FormValues
  states: readonly Option[]
  timeZones: readonly Option[]
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => {
        const values = state.values ?? initial
        return (
          <>
            <input type="hidden" name="version" value={version} />
            <TextField
              name="name"
              label="Name of the practice"
              width="half"
              required
              defaultValue={textIn(values, 'name')}
              error={errors.name}
            />
            <Select
              name="timeZone"
              label="Time zone"
              width="half"
              options={timeZones}
              required
              why="Decides on which day something is due, and when a day is over."
              defaultValue={textIn(values, 'timeZone')}
              error={errors.timeZone}
            />
            <div className="max-sm:[&_.choices]:max-h-72 max-sm:[&_.choices]:overflow-y-auto">
              <CheckboxGroup
                name="states[]"
                id="states"
                label="States it operates in"
                why="Which state laws count for an AI system without a site of its own."
                options={states}
                columns={3}
                required
                defaultValue={listIn(values, 'states[]')}
                error={errors.states}
              />
            </div>
            <input type="hidden" name="states[]" value="" />
            <FormActions>
              <SubmitButton>Save</SubmitButton>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
