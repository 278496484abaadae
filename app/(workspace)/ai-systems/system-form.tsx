'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { categories, runsWhere } from '#lib/ai-systems/options'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'
import { type FormCitations, LawQuestions } from './law-questions.tsx'
import { SafeguardFields } from './safeguard-fields.tsx'

interface Choice {
  value: string
  label: string
}

/** A form's state after a conflict also carries the version that the next try is based on. */
export interface SystemEntryState extends EntryState {
  version?: number
  /** After a conflict also: who can be chosen now. */
  people?: PersonChoices
}

/** What the forms for a new system and for an existing one share. Sent fields that are not questions go into `hidden`. */
export interface SystemFormProps {
  action: (state: SystemEntryState, form: FormData) => Promise<SystemEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  sites: readonly Choice[]
  /** Whether leaving all sites unticked is allowed: the system then belongs to the whole practice. */
  mayBeEverywhere: boolean
  citations: FormCitations
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

/** Everything one can say about an AI system, grouped by the question it answers. */
export function SystemForm({ action, values: initial, hidden, draftKey, draft, ...props }: SystemFormProps) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        const people = state.people ?? props.people
        const basis = hidden.version ?? ''
        return (
          <>
            <DraftKeeper form={draftKey} basis={basis} draft={draft} />
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            <FormSection title="What is it?">
              <TextField
                {...field('name')}
                label="Name"
                hint="The name people here say, such as “Ambient scribe”."
                required
              />
              <TextArea
                {...field('purpose')}
                label="What is it used for?"
                hint="The task, for whom, and what happens with its answer."
                limit={5000}
                why="Approval needs it: a tool approved for one purpose is not approved for another."
              />
              <Select {...field('category')} label="Category" options={categories} width="half" required />
              <TextField {...field('vendorName')} label="Vendor" width="half" />
              <TextField
                {...field('product')}
                label="Product"
                hint="If it is sold under another name."
                width="half"
              />
              <TextField {...field('productVersion')} label="Version" width="short" />
              <TextField
                {...field('modelName')}
                label="Model"
                hint="The model inside, if the vendor says."
                width="half"
              />
              <Select
                {...field('runsWhere')}
                label="Where does it run?"
                options={runsWhere}
                width="half"
                required
              />
            </FormSection>
            <FormSection title="Who answers for it, and who uses it?">
              <PersonField
                {...field('ownerId')}
                {...people}
                label="Owner"
                empty="Nobody yet"
                why="What is due lands with the owner. A review cannot start without one."
              />
              <PersonField
                {...field('backupId')}
                {...people}
                label="Backup"
                empty="Nobody yet"
                why="Steps in when the owner is away. Needed before it is put in use."
              />
              <input type="hidden" name="siteIds[]" value="" />
              <CheckboxGroup
                name="siteIds[]"
                id="siteIds"
                label="Sites"
                hint={
                  props.mayBeEverywhere
                    ? 'None ticked means the whole practice.'
                    : 'Tick at least one of the sites you answer for.'
                }
                options={props.sites}
                defaultValue={listIn(values, 'siteIds[]')}
                error={errors.siteIds}
                required={!props.mayBeEverywhere}
                columns={2}
              />
              <TextField
                {...field('users')}
                label="Who uses it?"
                hint="Roles, not names: “Physicians, front desk”."
              />
            </FormSection>
            <LawQuestions values={values} errors={errors} citations={props.citations} />
            <SafeguardFields values={values} errors={errors} citations={props.citations} />
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
