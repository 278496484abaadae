'use client'

import { ActionForm } from '#components/form/action-form'
import { Checkbox } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { textIn } from '../form-values.ts'
import type { DecisionState } from '../question-form.tsx'

/** Puts a name to a statement: typed, as it stands in the directory. */
export function SignForm({
  action,
  hidden,
  statement,
  name,
  submitLabel,
  pendingLabel,
  cancelHref,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  statement: string
  name: string
  submitLabel: string
  pendingLabel: string
  cancelHref: string
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="It is not signed yet">
      {(errors, state) => (
        <>
          {Object.entries(hidden).map(([key, value]) => (
            <input
              key={key}
              type="hidden"
              name={key}
              value={key === 'version' ? (state.version ?? value) : value}
            />
          ))}
          <Checkbox name="stated" label={statement} error={errors['stated']} required />
          <TextField
            name="name"
            label="Your name"
            hint={`Type it as it stands here: ${name}.`}
            defaultValue={state.values ? textIn(state.values, 'name') : ''}
            autoComplete="off"
            error={errors['name']}
            required
          />
          <FormActions>
            <SubmitButton pendingLabel={pendingLabel}>{submitLabel}</SubmitButton>
            <ButtonLink href={cancelHref}>Cancel</ButtonLink>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
