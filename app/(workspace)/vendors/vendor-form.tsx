'use client'

import { RadioGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import type { Citation } from '#components/ui/cite'
import { answers } from '#lib/kernel/answers'
import { criticalities } from '#lib/vendors/options'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'

interface VendorFormProps extends RecordFormProps {
  rule: Citation
}

/** Everything one can say about a vendor, grouped by the question it answers. */
export function VendorForm({ rule, ...form }: VendorFormProps) {
  return (
    <RecordForm {...form}>
      {({ field, people }) => (
        <>
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
              rule={rule}
              required
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
