'use client'

import { ActionForm } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import type { FieldProps } from '#components/form/field'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { FormDraft } from '#lib/people/drafts'
import { type EntryState, textIn } from './form-values.ts'

/** One question of a short form: free text, a line, a day, one of a few, or one of many. */
export type Question = Pick<FieldProps, 'name' | 'label' | 'hint' | 'why' | 'rule' | 'required'> &
  (
    | { as: 'text'; limit: number }
    | { as: 'line'; value: string }
    | { as: 'day'; value: string; latest?: string }
    | { as: 'select'; value: string; options: readonly { value: string; label: string }[]; empty?: string }
    | { as: 'choice'; value: string; options: readonly { value: string; label: string; hint?: string }[] }
  )

/** A state that may also carry the version on which the next try is based. */
export interface DecisionState extends EntryState {
  version?: number
}

/** A short form that decides something about one record: what is asked comes from the page, the way out beside the button. */
export function QuestionForm({
  action,
  hidden,
  questions,
  submitLabel,
  danger = false,
  cancelHref,
  draft,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  questions: readonly Question[]
  submitLabel: string
  danger?: boolean
  cancelHref: string
  /** Given, what is typed is kept until it is sent. */
  draft?: FormDraft
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input
              key={name}
              type="hidden"
              name={name}
              value={name === 'version' ? (state.version ?? value) : value}
            />
          ))}
          {draft ? <DraftKeeper form={draft.form} basis={hidden['version']} draft={draft.kept} /> : null}
          {questions.map((question) => {
            const entered = state.values ? textIn(state.values, question.name) : undefined
            const error = errors[question.name]
            if (question.as === 'text') {
              const { as: _, ...field } = question
              return <TextArea key={question.name} {...field} defaultValue={entered} error={error} />
            }
            if (question.as === 'day') {
              const { as: _, value, latest, ...field } = question
              return (
                <DateField
                  key={question.name}
                  {...field}
                  max={latest}
                  defaultValue={entered ?? value}
                  error={error}
                />
              )
            }
            if (question.as === 'line') {
              const { as: _, value, ...field } = question
              return (
                <TextField key={question.name} {...field} defaultValue={entered ?? value} error={error} />
              )
            }
            if (question.as === 'select') {
              const { as: _, value, ...field } = question
              return <Select key={question.name} {...field} defaultValue={entered ?? value} error={error} />
            }
            const { as: _, value, ...field } = question
            return <RadioGroup key={question.name} {...field} defaultValue={entered ?? value} error={error} />
          })}
          <FormActions>
            <SubmitButton variant={danger ? 'danger' : 'primary'}>{submitLabel}</SubmitButton>
            <ButtonLink href={cancelHref}>Cancel</ButtonLink>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
