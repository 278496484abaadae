'use client'

import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { controlStates, intervalInWords, testIntervals } from '#lib/controls/options'
import { listIn, textIn } from '../form-values.ts'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'

/** A requirement that a new control can answer from the start. */
export interface OfferedRequirement {
  value: string
  label: string
  hint: string
}

interface ControlFormProps extends RecordFormProps {
  /** With a new control only. */
  requirements?: { offered: readonly OfferedRequirement[]; ticked: readonly string[] }
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
export function ControlForm({ requirements, ...form }: ControlFormProps) {
  return (
    <RecordForm {...form}>
      {({ values, sent, errors, field, people }) => (
        <>
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
                defaultValue={sent ? listIn(sent, 'requirements[]') : requirements.ticked}
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
            <OwnerFields field={field} people={people} />
          </FormSection>
          <FormSection title="Anything else?">
            <TextArea {...field('notes')} label="Notes" limit={4000} />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
