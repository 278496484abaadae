'use client'

import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { courseKinds, groupChoices } from '#lib/courses/options'
import { listIn } from '../form-values.ts'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'

const kindHints: Readonly<Record<string, string>> = {
  lesson: 'You write it here, with check questions. People read and sign it here.',
  outside: 'People take it at another place and upload the certificate.',
}

/** Everything one can say about a course besides its text, grouped by the question it answers. */
export function CourseForm({ ...form }: RecordFormProps) {
  return (
    <RecordForm {...form}>
      {({ values, errors, field, people }) => (
        <>
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
            <OwnerFields
              field={field}
              people={people}
              ownerWhy="Looks it through once a year: is it still right?"
            />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
