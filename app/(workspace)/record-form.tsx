'use client'

import type { ReactNode } from 'react'
import { ActionForm, type FieldErrors } from '#components/form/action-form'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { type EntryState, type FormValues, textIn } from './form-values.ts'

/** A form's state after a conflict also carries the version that the next try is based on, and who can be chosen now. */
export interface RecordEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

/** What the forms for a new record and for an existing one share. Sent fields that are not questions go into `hidden`. */
export interface RecordFormProps {
  action: (state: RecordEntryState, form: FormData) => Promise<RecordEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  /** Who can be chosen, where it names people. */
  people?: PersonChoices
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

/** What the questions of such a form are drawn from. */
export interface RecordFields {
  values: FormValues
  /** As they were sent the last time; undefined before that. */
  sent: FormValues | undefined
  errors: FieldErrors
  field: (name: string) => { name: string; defaultValue: string; error: string | undefined }
  people: PersonChoices
}

const nobody: PersonChoices = { people: [], everybody: true }

/** A form on a record that keeps a draft, meets a conflict with both sides, and ends with saving or the way back. */
export function RecordForm({
  action,
  values: initial,
  hidden,
  people = nobody,
  draftKey,
  draft,
  submitLabel,
  cancelHref,
  note = 'What you type is kept until you save or discard it.',
  children,
}: RecordFormProps & {
  note?: string
  children: (fields: RecordFields) => ReactNode
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        return (
          <>
            <DraftKeeper form={draftKey} basis={hidden['version'] ?? ''} draft={draft} />
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            {children({ values, sent: state.values, errors, field, people: state.people ?? people })}
            <FormActions note={note}>
              <SubmitButton>{submitLabel}</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}

/** Who answers for a record, and who steps in. */
export function OwnerFields({
  field,
  people,
  ownerWhy = 'What is due lands with the owner.',
}: Pick<RecordFields, 'field' | 'people'> & { ownerWhy?: string }) {
  return (
    <>
      <PersonField {...field('ownerId')} {...people} label="Owner" empty="Nobody yet" why={ownerWhy} />
      <PersonField
        {...field('backupId')}
        {...people}
        label="Backup"
        empty="Nobody yet"
        why="Steps in when the owner is away."
      />
    </>
  )
}
