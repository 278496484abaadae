'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import type { FormDraft } from '#lib/people/drafts'
import { type FormValues, textIn } from '../form-values.ts'
import type { DecisionState } from '../question-form.tsx'

/** One step of a risk's treatment: what, who, by when. */
export function ActionStepForm({
  action,
  hidden,
  values: initial,
  people,
  riskOwner,
  draft,
  submitLabel,
  cancelHref,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  values: FormValues
  people: PersonChoices
  riskOwner: string | null
  draft: FormDraft
  submitLabel: string
  cancelHref: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
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
            <DraftKeeper form={draft.form} basis={hidden['version']} draft={draft.kept} />
            <TextField {...field('title')} label="What is to be done?" required />
            <PersonField
              {...field('ownerId')}
              {...people}
              label="Who does it?"
              empty={riskOwner ? `The risk’s owner, ${riskOwner}` : 'The risk’s owner'}
            />
            <DateField {...field('dueOn')} label="By when?" required />
            <FormActions>
              <SubmitButton>{submitLabel}</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
