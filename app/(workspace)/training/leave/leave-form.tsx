'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import { type EntryState, type FormValues, textIn } from '../../form-values.ts'

/** The days on which somebody is away. */
export function LeaveForm({
  action,
  people,
  values: initial,
  changing,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  people: PersonChoices
  values: FormValues
  /** Whose leave is changed; null for a new one. */
  changing: string | null
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        return (
          <>
            <input type="hidden" name="id" value={textIn(values, 'id')} />
            {changing ? (
              <input type="hidden" name="personId" value={textIn(values, 'personId')} />
            ) : (
              <PersonField {...field('personId')} {...people} label="Who?" required />
            )}
            <DateField {...field('fromOn')} label="First day away" required />
            <DateField
              {...field('untilOn')}
              label="Last day away"
              hint="Empty while nobody knows. A leave that is over already moves no date."
            />
            <FormActions>
              <SubmitButton>Save</SubmitButton>
              {changing ? <ButtonLink href="/training/leave">Cancel</ButtonLink> : null}
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
