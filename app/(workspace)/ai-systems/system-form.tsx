'use client'

import { CheckboxGroup } from '#components/form/choices'
import { FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { categories, runsWhere } from '#lib/ai-systems/options'
import { listIn } from '../form-values.ts'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'
import { type FormCitations, LawQuestions } from './law-questions.tsx'
import { SafeguardFields } from './safeguard-fields.tsx'

interface Choice {
  value: string
  label: string
}

export interface SystemFormProps extends RecordFormProps {
  sites: readonly Choice[]
  /** Whether leaving all sites unticked is allowed: the system then belongs to the whole practice. */
  mayBeEverywhere: boolean
  citations: FormCitations
}

/** Everything one can say about an AI system, grouped by the question it answers. */
export function SystemForm({ sites, mayBeEverywhere, citations, ...form }: SystemFormProps) {
  return (
    <RecordForm {...form}>
      {({ values, errors, field, people }) => (
        <>
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
            <OwnerFields
              field={field}
              people={people}
              ownerWhy="What is due lands with the owner. A review cannot start without one."
            />
            <input type="hidden" name="siteIds[]" value="" />
            <CheckboxGroup
              name="siteIds[]"
              id="siteIds"
              label="Sites"
              hint={
                mayBeEverywhere
                  ? 'None ticked means the whole practice.'
                  : 'Tick at least one of the sites you answer for.'
              }
              options={sites}
              defaultValue={listIn(values, 'siteIds[]')}
              error={errors.siteIds}
              required={!mayBeEverywhere}
              columns={2}
            />
            <TextField
              {...field('users')}
              label="Who uses it?"
              hint="Roles, not names: “Physicians, front desk”."
            />
          </FormSection>
          <LawQuestions values={values} errors={errors} citations={citations} />
          <SafeguardFields values={values} errors={errors} citations={citations} />
          <FormSection title="Anything else?">
            <TextArea {...field('notes')} label="Notes" limit={4000} />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
