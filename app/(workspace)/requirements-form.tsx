'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { listIn } from './form-values.ts'
import type { DecisionState } from './question-form.tsx'

export interface RequirementChoices {
  id: string
  title: string
  options: readonly { value: string; label: string; isTicked: boolean }[]
}

/** The requirements of one framework, group by group, to tick. */
export function RequirementsForm({
  action,
  hidden,
  groups,
  cancelHref,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  groups: readonly RequirementChoices[]
  cancelHref: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(_errors, state) => {
        const entered = state.values ? new Set(listIn(state.values, 'requirements[]')) : null
        return (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            <input type="hidden" name="requirements[]" value="" />
            {groups.map(({ id, title, options }) => (
              <fieldset key={id} className="requirement-group">
                <legend>{title}</legend>
                {options.map(({ value, label, isTicked }) => (
                  <label key={value} className="choice">
                    <input
                      type="checkbox"
                      name="requirements[]"
                      value={value}
                      defaultChecked={entered ? entered.has(value) : isTicked}
                    />
                    <span>{label}</span>
                  </label>
                ))}
              </fieldset>
            ))}
            <FormActions note="What is ticked in other frameworks stays.">
              <SubmitButton>Save</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
