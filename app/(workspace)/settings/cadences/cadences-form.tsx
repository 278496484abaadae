'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { type EntryState, textIn } from '../../form-values.ts'

interface CadenceField {
  name: string
  label: string
  why: string
  unit: 'days' | 'months'
  length: string
  hint: string
}

/** How often each kind of duty is due. */
export function CadencesForm({
  action,
  version,
  groups,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  version: number
  groups: readonly { title: string; cadences: readonly CadenceField[] }[]
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => (
        <>
          <input type="hidden" name="version" value={version} />
          {groups.map(({ title, cadences }) => (
            <FormSection key={title} title={title}>
              {cadences.map(({ name, label, why, unit, length, hint }) => (
                <TextField
                  key={name}
                  name={name}
                  label={`${label}, in ${unit}`}
                  hint={hint}
                  why={why}
                  width="short"
                  inputMode="numeric"
                  required
                  defaultValue={state.values ? textIn(state.values, name) : length}
                  error={errors[name]}
                />
              ))}
            </FormSection>
          ))}
          <FormActions>
            <SubmitButton pendingLabel="Working out due dates…">Save</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
