'use client'

import { ActionForm } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { Citation } from '#components/ui/cite'
import { answers } from '#lib/kernel/answers'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { criticalities } from '#lib/vendors/options'
import { type EntryState, type FormValues, textIn } from '../form-values.ts'

/** A form's state after a conflict also carries the version that the next try is based on, and who can be chosen now. */
export interface VendorEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

/** What the forms for a new vendor and for an existing one share. Sent fields that are not questions go into `hidden`. */
interface VendorFormProps {
  action: (state: VendorEntryState, form: FormData) => Promise<VendorEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  rule: Citation
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

/** Everything one can say about a vendor, grouped by the question it answers. */
export function VendorForm({ action, values: initial, hidden, draftKey, draft, ...props }: VendorFormProps) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        const people = state.people ?? props.people
        return (
          <>
            <DraftKeeper form={draftKey} basis={hidden.version ?? ''} draft={draft} />
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            <FormSection title="Who is it?">
              <TextField {...field('name')} label="Name" hint="The name people here say." required />
              <TextField {...field('website')} label="Website" width="half" />
              <TextArea
                {...field('services')}
                label="What does it do for us?"
                hint="Every product and service that it is paid or trusted for."
                limit={4000}
              />
            </FormSection>
            <FormSection title="How much depends on it?">
              <RadioGroup
                {...field('criticality')}
                label="How long could the practice do without it?"
                options={criticalities.map(({ value, label }) => ({ value, label }))}
                required
              />
              <RadioGroup
                {...field('patientData')}
                label="Does it create, receive, keep or send patient data for us?"
                options={answers.map(({ value, label }) => ({ value, label }))}
                why="With patient data, somebody has to decide whether it is a business associate."
                rule={props.rule}
                required
              />
            </FormSection>
            <FormSection title="Who answers for it?">
              <PersonField
                {...field('ownerId')}
                {...people}
                label="Owner"
                empty="Nobody yet"
                why="What is due lands with the owner."
              />
              <PersonField
                {...field('backupId')}
                {...people}
                label="Backup"
                empty="Nobody yet"
                why="Steps in when the owner is away."
              />
            </FormSection>
            <FormSection title="Anything else?">
              <TextArea {...field('notes')} label="Notes" limit={4000} />
            </FormSection>
            <FormActions note="What you type is kept until you save or discard it.">
              <SubmitButton>{props.submitLabel}</SubmitButton>
              <ButtonLink href={props.cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
