'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { controlStates, intervalInWords, testIntervals } from '#lib/controls/options'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'

/** A form's state after a conflict also carries the version that the next try is based on, and who can be chosen now. */
export interface ControlEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

/** A requirement that a new control can answer from the start. */
export interface OfferedRequirement {
  value: string
  label: string
  hint: string
}

/** What the forms for a new control and for an existing one share. Sent fields that are not questions go into `hidden`. */
interface ControlFormProps {
  action: (state: ControlEntryState, form: FormData) => Promise<ControlEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  /** With a new control only. */
  requirements?: { offered: readonly OfferedRequirement[]; ticked: readonly string[] }
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

/** A rhythm that came with a file stays among the choices. */
function intervals(chosen: string): { value: string; label: string }[] {
  const own = Number(chosen)
  const all = [...testIntervals, ...(own > 0 && testIntervals.every((one) => one !== own) ? [own] : [])]
  return all
    .toSorted((a, b) => a - b)
    .map((months) => ({ value: String(months), label: intervalInWords(months) }))
}

/** Everything one can say about a control, grouped by the question it answers. */
export function ControlForm({
  action,
  values: initial,
  hidden,
  draftKey,
  draft,
  requirements,
  ...props
}: ControlFormProps) {
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
            <FormSection title="What is done?">
              <TextField
                {...field('title')}
                label="Control"
                hint="In a few words: “Access is reviewed each quarter”."
                required
              />
              <TextArea {...field('does')} label="What do we do, who does it, and how often?" limit={4000} />
              <TextArea
                {...field('evidence')}
                label="What shows that it is done?"
                hint="What you would put on the table: a list with a date, a signed note, a setting on the screen."
                limit={4000}
              />
            </FormSection>
            {requirements && requirements.offered.length > 0 ? (
              <FormSection title="What does it answer?">
                <input type="hidden" name="requirements[]" value="" />
                <CheckboxGroup
                  name="requirements[]"
                  id="requirements"
                  label="Requirements"
                  hint="More can be ticked when it is saved, framework by framework."
                  options={requirements.offered}
                  defaultValue={state.values ? listIn(state.values, 'requirements[]') : requirements.ticked}
                  error={errors.requirements}
                />
              </FormSection>
            ) : null}
            <FormSection title="How far is it?">
              <RadioGroup
                {...field('state')}
                label="State"
                options={controlStates.map(({ value, label }) => ({ value, label }))}
                why="Only what is in place, and what is partly in place, counts where requirements are counted."
                required
              />
              <TextArea {...field('stateReason')} label="If it does not apply: why?" limit={1000} />
            </FormSection>
            <FormSection title="How do we know that it works?">
              <Select
                {...field('testEveryMonths')}
                label="How often is it tested?"
                options={intervals(textIn(values, 'testEveryMonths'))}
                empty="No test is planned"
                why="The next test is counted from the last one, or from the day the control was written down."
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
