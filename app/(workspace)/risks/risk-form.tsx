'use client'

import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import type { Citation } from '#components/ui/cite'
import type { RiskChoices } from '#lib/risks/choices-queries'
import { categories, generativeRisks, treatments } from '#lib/risks/options'
import { type FormValues, listIn, textIn } from '../form-values.ts'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'

interface RiskFormProps extends RecordFormProps {
  choices: RiskChoices
  rule: Citation
  today: string
}

const plain = (options: readonly { value: string; label: string }[]) =>
  options.map(({ value, label }) => ({ value, label }))

/** Everything one can say about a risk but its scores, grouped by the question it answers. */
export function RiskForm({ choices, rule, today, ...form }: RiskFormProps) {
  return (
    <RecordForm {...form}>
      {({ values, field, people, errors }) => (
        <>
          <FormSection title="What could go wrong?">
            <TextField
              {...field('title')}
              label="The risk in one line"
              hint="As you would say it to a colleague: “A note with an invented dose is signed unread”."
              rule={rule}
              required
            />
            <Select
              {...field('category')}
              label="What does it threaten most?"
              options={plain(categories)}
              empty="Choose"
              required
              width="half"
            />
            <TextArea {...field('cause')} label="Why can it happen?" limit={2000} />
            <TextArea {...field('event')} label="What happens then?" limit={2000} />
            <TextArea {...field('consequence')} label="What does it do to patients and to us?" limit={2000} />
            <TextField
              {...field('threat')}
              label="Threat"
              hint="Who or what brings it about: “staff short of time”, “a thief with a stolen password”."
            />
            <TextField
              {...field('vulnerability')}
              label="Vulnerability"
              hint="The weakness it uses: “open web tools on work devices”."
            />
          </FormSection>
          <FormSection title="What does it concern?">
            <p className="text-muted">With nothing chosen here it concerns the practice as a whole.</p>
            <Named
              values={values}
              errors={errors}
              label="AI systems"
              ids="systemIds"
              refs="systemRefs"
              sample="AI-014"
              options={choices.systems}
              isUnlisted={choices.unlisted.systems}
            />
            <Named
              values={values}
              errors={errors}
              label="Vendors"
              ids="vendorIds"
              refs="vendorRefs"
              sample="V-007"
              options={choices.vendors}
              isUnlisted={choices.unlisted.vendors}
            />
            <Named
              values={values}
              errors={errors}
              label="Sites"
              ids="siteIds"
              options={choices.sites}
              isUnlisted={false}
            />
          </FormSection>
          <FormSection title="What is done about it?">
            <RadioGroup
              {...field('treatment')}
              label="Treatment"
              options={plain(treatments)}
              why="To accept it counts once an owner of the practice has done so on its page, with a reason and a last day."
              stacked
              required
            />
            <TextArea {...field('treatmentNote')} label="How?" limit={2000} />
            <Named
              values={values}
              errors={errors}
              label="Controls that lower it"
              ids="controlIds"
              refs="controlRefs"
              sample="CTL-003"
              options={choices.controls}
              isUnlisted={choices.unlisted.controls}
            />
            <Select
              {...field('generativeRisk')}
              label="Risk of generative AI it belongs to"
              hint="One of the twelve of NIST AI 600-1."
              options={plain(generativeRisks)}
              empty="None"
              width="half"
            />
          </FormSection>
          <FormSection title="Who answers for it?">
            <OwnerFields field={field} people={people} />
            <DateField {...field('identifiedOn')} label="Found on" max={today} />
            <TextField
              {...field('reviewEveryMonths')}
              label="Looked at again every (months)"
              hint="From 1 to 36. The day follows from when it was last looked at."
              inputMode="numeric"
              width="short"
              required
            />
            <TextArea {...field('notes')} label="Notes" limit={4000} />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}

/** Records that are ticked where they are few, and otherwise named by their references. */
function Named({
  label,
  ids,
  refs,
  sample,
  options,
  isUnlisted,
  values,
  errors,
}: {
  label: string
  ids: string
  refs?: string
  sample?: string
  options: readonly { value: string; label: string }[]
  isUnlisted: boolean
  values: FormValues
  errors: Readonly<Record<string, string | undefined>>
}) {
  return (
    <>
      <input type="hidden" name={`${ids}[]`} value="" />
      {options.length > 0 ? (
        <CheckboxGroup
          name={`${ids}[]`}
          id={ids}
          label={label}
          options={options}
          defaultValue={listIn(values, `${ids}[]`)}
          error={errors[ids]}
          columns={options.length > 6 ? 2 : 1}
        />
      ) : null}
      {isUnlisted && refs ? (
        <TextField
          name={refs}
          label={options.length > 0 ? `Other ${label}, by reference` : `${label}, by reference`}
          hint={`Such as ${sample}; several are separated by semicolons.`}
          defaultValue={textIn(values, refs)}
          error={errors[refs]}
        />
      ) : null}
    </>
  )
}
