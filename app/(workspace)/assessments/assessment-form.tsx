'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import type { FormDraft } from '#lib/people/drafts'
import { type FormValues, textIn } from '../form-values.ts'
import type { DecisionState } from '../question-form.tsx'

/** What one says about an assessment itself: its name, its scope, until when, and who answers for it. */
export function AssessmentForm({
  action,
  values: initial,
  hidden,
  people,
  draft,
  submitLabel,
  cancelHref,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
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
            <DraftKeeper form={draft.form} basis={hidden['version'] ?? ''} draft={draft.kept} />
            <FormSection title="What is assessed?">
              <TextField {...field('title')} label="Name" required />
              <TextArea
                {...field('scope')}
                label="Scope"
                hint="What is looked at, how, and what is left out."
                why="Whoever reads it in three years wants to know first what it was about."
                limit={4000}
              />
              <DateField {...field('dueOn')} label="Finish and sign by" required />
            </FormSection>
            <FormSection title="Who answers for it?">
              <PersonField
                {...field('ownerId')}
                {...people}
                label="Owner"
                empty="Nobody yet"
                why="May answer all of it. What is due lands with the owner."
              />
              <PersonField
                {...field('backupId')}
                {...people}
                label="Backup"
                empty="Nobody yet"
                why="Steps in when the owner is away."
              />
            </FormSection>
            <FormActions note="What you type is kept until you save or discard it.">
              <SubmitButton>{submitLabel}</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
