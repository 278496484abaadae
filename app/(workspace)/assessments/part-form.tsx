'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import { textIn } from '../form-values.ts'
import { givePartAction, takePartAction } from './actions.ts'

/** Who answers a part, and by when; beside it the way to take it back. */
export function PartForm({
  hidden,
  people,
  personId,
  dueOn,
  isGiven,
  cancelHref,
}: {
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  personId: string
  dueOn: string
  isGiven: boolean
  cancelHref: string
}) {
  const sent = Object.entries(hidden).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <div className="grid gap-8">
      <ActionForm action={givePartAction} initial={{}}>
        {(errors, state) => (
          <>
            {sent}
            <PersonField
              name="personId"
              {...people}
              label="Who answers it?"
              empty="Choose…"
              defaultValue={state.values ? textIn(state.values, 'personId') : personId}
              error={errors['personId']}
              required
            />
            <DateField
              name="dueOn"
              label="By when?"
              defaultValue={state.values ? textIn(state.values, 'dueOn') : dueOn}
              error={errors['dueOn']}
              required
            />
            <FormActions>
              <SubmitButton>Give it</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )}
      </ActionForm>
      {isGiven ? (
        <ActionForm action={takePartAction} initial={{}}>
          {sent}
          <FormActions inPlace>
            <SubmitButton variant="secondary">Take it back</SubmitButton>
          </FormActions>
        </ActionForm>
      ) : null}
    </div>
  )
}
