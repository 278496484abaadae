'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { type Option, Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { FormDraft } from '#lib/people/drafts'
import { textIn } from '../../form-values.ts'
import { type SentState, sendAction } from '../actions.ts'
import { SentLink } from '../sent-link.tsx'

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
  contacts: readonly { name: string; about: string; email: string }[]
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
              <TextField
                name="contactName"
                label="Name"
                defaultValue={state.values ? textIn(state.values, 'contactName') : values.contactName}
                suggestions={contacts.map(({ name }) => name)}
                hint={contactsInWords(contacts)}
                width="half"
                error={errors['contactName']}
                required
              />
              <TextField
                name="contactEmail"
                label="E-mail"
                type="email"
                defaultValue={state.values ? textIn(state.values, 'contactEmail') : values.contactEmail}
                suggestions={contacts.flatMap(({ email }) => (email ? [email] : []))}
                hint={
                  mails
                    ? 'The link goes there by mail, and so do reminders: 14, 7 and 1 days before, then every week.'
                    : 'Mail is not set up here: you get the link to send yourself.'
                }
                width="half"
                error={errors['contactEmail']}
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

function contactsInWords(contacts: readonly { name: string; about: string; email: string }[]): string {
  if (contacts.length === 0) return 'The vendor has no contacts in the register yet.'
  return `In the register: ${contacts
    .slice(0, 6)
    .map(({ name, about, email }) => [name, about, email].filter(Boolean).join(', '))
    .join('; ')}.`
}
