'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { courseKinds, groupChoices } from '#lib/courses/options'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'

/** A form's state after a conflict also carries the version that the next try is based on, and who can be chosen now. */
export interface CourseEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

const kindHints: Readonly<Record<string, string>> = {
  lesson: 'You write it here, with check questions. People read and sign it here.',
  outside: 'People take it at another place and upload the certificate.',
}

/** Everything one can say about a course besides its text, grouped by the question it answers. */
export function CourseForm({
  action,
  values: initial,
  hidden,
  draftKey,
  draft,
  ...props
}: {
  action: (state: CourseEntryState, form: FormData) => Promise<CourseEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}) {
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
            <FormSection title="What is it?">
              <TextField {...field('title')} label="Title" required />
              <TextArea {...field('about')} label="What is it about?" limit={4000} />
              <RadioGroup
                {...field('kind')}
                label="Where is it held?"
                options={courseKinds.map(({ value, label }) => ({
                  value,
                  label,
                  hint: kindHints[value] ?? '',
                }))}
                required
              />
            </FormSection>
            <FormSection title="Whom is it for?">
              <input type="hidden" name="groups[]" value="" />
              <CheckboxGroup
                name="groups[]"
                id="groups"
                label="Work groups"
                hint="Tick none when it is for everybody."
                options={groupChoices.map(({ value, label }) => ({ value, label }))}
                defaultValue={listIn(values, 'groups[]')}
                error={errors.groups}
                columns={2}
              />
            </FormSection>
            <FormSection title="How long is it, and when has somebody passed?">
              <TextField
                {...field('minutes')}
                type="number"
                inputMode="numeric"
                width="short"
                label="Minutes"
                hint="To read it and answer, for somebody who reads slowly."
                required
              />
              <TextField
                {...field('passPercent')}
                type="number"
                inputMode="numeric"
                width="short"
                label="Right answers in percent"
                hint="How many of the check questions have to be right before somebody can sign."
                required
              />
            </FormSection>
            <FormSection title="If it is held elsewhere: where?">
              <TextField {...field('provider')} label="Held by" />
              <TextField {...field('url')} type="url" label="Address" hint="Begins with https://" />
            </FormSection>
            <FormSection title="Who answers for it?">
              <PersonField
                {...field('ownerId')}
                {...people}
                label="Owner"
                empty="Nobody yet"
                why="Looks it through once a year: is it still right?"
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
              <SubmitButton>{props.submitLabel}</SubmitButton>
              <ButtonLink href={props.cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
