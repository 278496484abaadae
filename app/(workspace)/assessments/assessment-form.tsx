'use client'

import { DateField } from '#components/form/date-field'
import { FormSection } from '#components/form/layout'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'

/** What one says about an assessment itself: its name, its scope, until when, and who answers for it. */
export function AssessmentForm({ ...form }: RecordFormProps) {
  return (
    <RecordForm {...form}>
      {({ field, people }) => (
        <>
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
            <OwnerFields
              field={field}
              people={people}
              ownerWhy="May answer all of it. What is due lands with the owner."
            />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
