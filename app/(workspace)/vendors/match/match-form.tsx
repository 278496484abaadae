'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { ButtonLink, buttonClass } from '#components/ui/button'
import { Card } from '#components/ui/section'
import { type EntryState, type FormValues, textIn } from '../../form-values.ts'

/** The choices, or what they will do. */
export interface MatchState extends EntryState {
  preview?: { says: string[]; fingerprint: string }
}

export interface MatchQuestion {
  text: string
  /** Which AI systems write it, in words. */
  systems: string
  options: readonly { value: string; label: string }[]
  value: string
}

/** For each vendor text one choice; then what all of them together will do, in words, before anything is done. */
export function MatchForm({
  action,
  questions,
  asksReference,
}: {
  action: (state: MatchState, form: FormData) => Promise<MatchState>
  questions: readonly MatchQuestion[]
  /** Where there are too many vendors to list. */
  asksReference: boolean
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) =>
        state.preview ? (
          <Preview {...state.preview} values={state.values ?? {}} />
        ) : (
          <>
            {questions.map(({ text, systems, options, value }, at) => {
              const name = (part: string) => `choices.${at}.${part}`
              const entered = (part: string) => (state.values ? textIn(state.values, name(part)) : undefined)
              return (
                <div key={text} className="grid gap-4">
                  <input type="hidden" name={name('text')} value={text} />
                  <Select
                    name={name('to')}
                    label={`Vendor that “${text}” means`}
                    hint={systems}
                    options={options}
                    defaultValue={entered('to') ?? value}
                    error={errors[name('to')]}
                    width="half"
                    required
                  />
                  {asksReference ? (
                    <TextField
                      name={name('ref')}
                      label="Or another vendor, by its reference"
                      hint="Such as V-014."
                      defaultValue={entered('ref')}
                      error={errors[name('ref')]}
                      width="short"
                    />
                  ) : null}
                </div>
              )
            })}
            <FormActions note="Nothing is done yet: the next step says what will happen.">
              <SubmitButton>See what will be done</SubmitButton>
              <ButtonLink href="/vendors">Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }
    </ActionForm>
  )
}

function Preview({
  says,
  fingerprint,
  values,
}: {
  says: readonly string[]
  fingerprint: string
  values: FormValues
}) {
  return (
    <>
      <input type="hidden" name="fingerprint" value={fingerprint} />
      {Object.entries(values).map(([name, [value]]) =>
        name.startsWith('choices.') ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Card>
        <h2>What will be done</h2>
        <ul className="consequences">
          {says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <FormActions note="All of it or nothing. What is not named here stays as it is.">
        <button type="submit" name="step" value="apply" className={buttonClass({ variant: 'primary' })}>
          Do this
        </button>
        <button type="submit" name="step" value="choose" className={buttonClass({})}>
          Change the choices
        </button>
      </FormActions>
    </>
  )
}
