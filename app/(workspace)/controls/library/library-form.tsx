'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { type EntryState, listIn } from '../../form-values.ts'

export interface LibraryChoice {
  key: string
  title: string
  does: string
  meta: string
  isChosen: boolean
}

/** Starter controls to tick, and a second button that takes all of them. */
export function LibraryForm({
  action,
  choices,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  choices: readonly LibraryChoice[]
}) {
  return (
    <>
      <ActionForm action={action} initial={{}}>
        {() => (
          <>
            {choices.map(({ key }) => (
              <input key={key} type="hidden" name="keys[]" value={key} />
            ))}
            <FormActions
              inPlace
              note="They come in as “Not started”, without an owner. What you do already you can then set to “In place”."
            >
              <SubmitButton variant="secondary">Take in all {choices.length}</SubmitButton>
            </FormActions>
          </>
        )}
      </ActionForm>
      <div className="in-columns">
        <ActionForm action={action} initial={{}}>
          {(errors, state) => (
            <>
              <input type="hidden" name="keys[]" value="" />
              <CheckboxGroup
                name="keys[]"
                id="keys"
                label="Which of these do you do, or want to do?"
                options={choices.map(({ key, title, does, meta }) => ({
                  value: key,
                  label: title,
                  hint: `${does}\n${meta}.`,
                }))}
                defaultValue={
                  state.values
                    ? listIn(state.values, 'keys[]')
                    : choices.filter(({ isChosen }) => isChosen).map(({ key }) => key)
                }
                error={errors.keys}
              />
              <FormActions inPlace>
                <SubmitButton>Take in what is ticked</SubmitButton>
                <ButtonLink href="/controls">Cancel</ButtonLink>
              </FormActions>
            </>
          )}
        </ActionForm>
      </div>
    </>
  )
}
