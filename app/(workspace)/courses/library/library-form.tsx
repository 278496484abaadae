'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { type EntryState, listIn } from '../../form-values.ts'

interface Quarter {
  quarter: number
  choices: readonly { value: string; label: string; hint: string }[]
}

/** Starter lessons to tick, quarter by quarter, and a second button that takes all of them. */
export function LibraryForm({
  action,
  quarters,
  all,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  quarters: readonly Quarter[]
  all: readonly string[]
}) {
  return (
    <>
      <ActionForm action={action} initial={{}}>
        {() => (
          <>
            {all.map((key) => (
              <input key={key} type="hidden" name="keys[]" value={key} />
            ))}
            <FormActions
              inPlace
              note="They come in published, owned by you, for the work groups named here. Nobody is asked to read anything before you start a campaign."
            >
              <SubmitButton variant="secondary">Take in all {all.length}</SubmitButton>
            </FormActions>
          </>
        )}
      </ActionForm>
      <ActionForm action={action} initial={{}}>
        {(errors, state) => (
          <>
            <input type="hidden" name="keys[]" value="" />
            {quarters
              .filter(({ choices }) => choices.length > 0)
              .map(({ quarter, choices }, at) => (
                <CheckboxGroup
                  key={quarter}
                  name="keys[]"
                  id={at === 0 ? 'keys' : `keys-${quarter}`}
                  label={`Quarter ${quarter}`}
                  options={choices}
                  defaultValue={state.values ? listIn(state.values, 'keys[]') : []}
                  error={at === 0 ? errors.keys : undefined}
                />
              ))}
            <FormActions inPlace>
              <SubmitButton>Take in what is ticked</SubmitButton>
              <ButtonLink href="/courses">Cancel</ButtonLink>
            </FormActions>
          </>
        )}
      </ActionForm>
    </>
  )
}
