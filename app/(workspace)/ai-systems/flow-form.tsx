'use client'

import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import type { Citation } from '#components/ui/cite'
import { clinicalClasses, deidentifications } from '#lib/ai-systems/flow-schema'
import { answers } from '#lib/kernel/answers'
import { listIn } from '../form-values.ts'
import { RecordForm, type RecordFormProps } from '../record-form.tsx'
import { FlowNotes } from './flow-notes.tsx'
import { IdentifierBoxes } from './identifier-boxes.tsx'

/** The rules behind the questions of a flow. */
export interface FlowCitations {
  minimumNecessary: Citation
  deidentification: Citation
  authorization: Citation
}

/** One stream of patient data into a system: what, what for, where to, and how it is protected. */
export function FlowForm({
  citations,
  vendors,
  ...form
}: RecordFormProps & {
  citations: FlowCitations
  /** Every vendor, where they are few enough to be listed. */
  vendors: readonly { value: string; label: string }[] | null
}) {
  return (
    <RecordForm {...form}>
      {({ values, errors, field }) => (
        <>
          <FormSection title="What for, and where to?">
            <TextArea
              {...field('purpose')}
              label="What is the data used for?"
              hint="One task, such as “Turn the conversation into a note”. Another task is another flow."
              limit={1000}
              required
            />
            <TextField
              {...field('destination')}
              label="Where does it go?"
              hint="The vendor and the place, such as “Vendor’s cloud, US East”."
            />
            {vendors && vendors.length > 0 ? (
              <>
                <input type="hidden" name="vendorIds[]" value="" />
                <CheckboxGroup
                  name="vendorIds[]"
                  id="vendorIds"
                  label="Which vendors get it, besides the system’s own?"
                  hint="Those behind a vendor are known from its page and need no tick."
                  why="Each that is a business associate needs an agreement, or the system cannot be approved."
                  options={vendors}
                  defaultValue={listIn(values, 'vendorIds[]')}
                  error={errors.vendorIds}
                  columns={2}
                />
              </>
            ) : null}
            {vendors === null ? (
              <TextField
                {...field('vendorRefs')}
                label="Which vendors get it, besides the system’s own?"
                hint="Their references, such as “V-014, V-020”. Those behind a vendor are known from its page."
                why="Each that is a business associate needs an agreement, or the system cannot be approved."
              />
            ) : null}
            <TextField
              {...field('retention')}
              label="How long is it kept there?"
              hint="Such as “30 days”, or “not kept”."
            />
          </FormSection>
          <FormSection title="Which data goes in?">
            <IdentifierBoxes chosen={listIn(values, 'identifiers[]')} error={errors.identifiers} />
            <input type="hidden" name="clinicalClasses[]" value="" />
            <CheckboxGroup
              name="clinicalClasses[]"
              id="clinicalClasses"
              label="Clinical data"
              options={clinicalClasses}
              defaultValue={listIn(values, 'clinicalClasses[]')}
              error={errors.clinicalClasses}
              columns={2}
            />
            <TextArea
              {...field('minimumNecessary')}
              label="Why would no less do?"
              hint="Which fields it needs for this task, and which were left out."
              why="Approval asks for this wherever patients can be told apart."
              rule={citations.minimumNecessary}
              limit={2000}
            />
          </FormSection>
          <FormSection title="How is it protected?">
            <div className="grid gap-2">
              <RadioGroup
                {...field('deidentification')}
                label="How is it de-identified?"
                why="Only Safe Harbor and expert determination take data out of HIPAA. Everything else is still patient data."
                rule={citations.deidentification}
                options={deidentifications}
                stacked
                required
              />
              <FlowNotes field="deidentification" />
            </div>
            <RadioGroup
              {...field('trainsModel')}
              label="Is it used to train the vendor’s model?"
              hint="The contract says so, often under “improve our services”."
              options={answers}
              required
            />
            <div className="grid gap-2">
              <RadioGroup
                {...field('authorization')}
                label="Does it need the patient’s written authorization?"
                rule={citations.authorization}
                options={answers}
                required
              />
              <FlowNotes field="authorization" />
            </div>
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
