'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { type EntryState, textIn } from '../../../form-values.ts'

type Action = (state: EntryState, form: FormData) => Promise<EntryState>

/** A control that is there already is named as one that answers the requirement, too. */
export function AnswerForm({
  action,
  choices,
  hidden,
}: {
  action: Action
  choices: readonly { value: string; label: string }[]
  hidden: Readonly<Record<string, string>>
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Select
            name="controlId"
            label="A control that you have answers it"
            options={choices}
            empty="Choose a control"
            defaultValue={state.values ? textIn(state.values, 'controlId') : ''}
            error={errors.controlId}
            width="half"
          />
          <FormActions inPlace>
            <SubmitButton variant="secondary">Name this control</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

/** Starter controls that answer the requirement, each taken in by one press. */
export function AdoptForm({
  action,
  starters,
  back,
}: {
  action: Action
  starters: readonly { key: string; title: string }[]
  back: string
}) {
  return (
    <>
      <p className="text-muted">
        Starter controls that answer it, in our words. What you take in becomes yours:
      </p>
      <ul className="starters">
        {starters.map(({ key, title }) => (
          <li key={key}>
            <ActionForm action={action} initial={{}}>
              {() => (
                <div className="starter">
                  <input type="hidden" name="keys[]" value={key} />
                  <input type="hidden" name="back" value={back} />
                  <span>{title}</span>
                  <SubmitButton variant="secondary" size="small" pendingLabel="Taking it in…">
                    Take in<span className="sr-only"> “{title}”</span>
                  </SubmitButton>
                </div>
              )}
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  )
}
