'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { type EntryState, type FormValues, textIn } from '../../form-values.ts'

type Action = (state: EntryState, form: FormData) => Promise<EntryState>

/** The practice's words for the five steps of likelihood and of impact. */
export function ScaleForm({
  action,
  axes,
  values: initial,
}: {
  action: Action
  axes: readonly { axis: string; title: string; steps: readonly { level: number; word: string }[] }[]
  values: FormValues
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => {
        const field = (name: string) => ({
          name,
          defaultValue: textIn(state.values ?? initial, name),
          error: errors[name],
        })
        return (
          <>
            {axes.map(({ axis, title, steps }) => (
              <FormSection key={axis} title={title}>
                {steps.map(({ level, word }) => (
                  <div key={level} className="grid gap-3">
                    <TextField
                      {...field(`words.${axis}-${level}.word`)}
                      label={`${title} ${level}`}
                      hint={`The standard word is “${word}”.`}
                      width="half"
                      required
                    />
                    <TextArea
                      {...field(`words.${axis}-${level}.meaning`)}
                      label={`What ${title.toLowerCase()} ${level} means`}
                      limit={500}
                    />
                  </div>
                ))}
              </FormSection>
            ))}
            <FormActions inPlace>
              <SubmitButton>Save the words</SubmitButton>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}

/** The highest score that is carried without more being done, by category. */
export function AppetiteForm({
  action,
  fields,
  values: initial,
}: {
  action: Action
  fields: readonly { name: string; label: string }[]
  values: FormValues
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => (
        <>
          {fields.map(({ name, label }) => (
            <TextField
              key={name}
              name={name}
              label={`${label}: at most`}
              defaultValue={textIn(state.values ?? initial, name)}
              error={errors[name]}
              inputMode="numeric"
              width="short"
            />
          ))}
          <FormActions inPlace>
            <SubmitButton pendingLabel="Looking at every risk…">Save the limits</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
