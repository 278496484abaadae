'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { type Option, Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { ButtonLink } from '#components/ui/button'
import type { FormDraft } from '#lib/people/drafts'
import { textIn } from '../../form-values.ts'
import { type SentState, sendAction } from '../actions.ts'
import { SentLink } from '../sent-link.tsx'
import { type Contact, ContactFields } from './contact-fields.tsx'

/** Whom to ask what, and until when. */
export function SendForm({
  hidden,
  templates,
  template,
  contacts,
  values,
  mails,
  draft,
}: {
  hidden: Readonly<Record<string, string>>
  templates: readonly Option[]
  template: string
  contacts: readonly Contact[]
  values: { contactName: string; contactEmail: string; answerBy: string }
  /** Whether mail is set up. */
  mails: boolean
  draft: FormDraft
}) {
  return (
    <ActionForm action={sendAction} initial={{}} errorTitle="Nothing was sent">
      {(errors, state: SentState) =>
        state.address ? (
          <SentLink state={state} />
        ) : (
          <>
            <DraftKeeper form={draft.form} draft={draft.kept} />
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <FormSection title="What do you ask?">
              <Select
                name="template"
                label="Questions"
                options={templates}
                empty="Choose"
                defaultValue={state.values ? textIn(state.values, 'template') : template}
                width="half"
                error={errors['template']}
                required
              />
              <TextArea
                name="note"
                label="A word to them"
                hint="Stands above the questions."
                limit={2000}
                defaultValue={state.values && textIn(state.values, 'note')}
                error={errors['note']}
              />
            </FormSection>
            <FormSection title="Who answers?">
              <ContactFields
                contacts={contacts}
                name={state.values ? textIn(state.values, 'contactName') : values.contactName}
                email={state.values ? textIn(state.values, 'contactEmail') : values.contactEmail}
                mails={mails}
                errors={errors}
              />
            </FormSection>
            <FormSection title="Until when?">
              <DateField
                name="answerBy"
                label="Answer by"
                defaultValue={state.values ? textIn(state.values, 'answerBy') : values.answerBy}
                why="The link works for 30 days, or until this day when that is later. You can move both."
                error={errors['answerBy']}
                required
              />
            </FormSection>
            <FormActions note="What you type is kept until you send or discard it.">
              <SubmitButton pendingLabel="Sending…">{mails ? 'Send' : 'Make the link'}</SubmitButton>
              <ButtonLink href="/questionnaires">Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }
    </ActionForm>
  )
}
