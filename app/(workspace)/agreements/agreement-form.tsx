'use client'

import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import type { Citation } from '#components/ui/cite'
import { agreementKinds, coverages, renewals } from '#lib/agreements/options'
import type { PersonChoices } from '#lib/people/directory'
import { listIn } from '../form-values.ts'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'

interface Choice {
  value: string
  label: string
}

interface AgreementFormProps extends RecordFormProps {
  vendorName: string
  people: PersonChoices
  systems: readonly Choice[]
  flows: readonly Choice[]
  /** The vendors for which this one works as a sub-processor. */
  customers: readonly Choice[]
  rules: { associate: Citation; subcontractor: Citation }
  today: string
}

const plain = (options: readonly Choice[]) => options.map(({ value, label }) => ({ value, label }))

/** Everything one can say about an agreement, grouped by the question it answers. How it stands follows from the days. */
export function AgreementForm({
  vendorName,
  systems,
  flows,
  customers,
  rules,
  today,
  ...form
}: AgreementFormProps) {
  return (
    <RecordForm {...form}>
      {({ values, field, people }) => (
        <>
          <FormSection title="What is it?">
            <RadioGroup
              {...field('kind')}
              label="Kind"
              options={plain(agreementKinds)}
              why="Only a business associate agreement covers patient data that goes to a business associate."
              rule={rules.associate}
              stacked
              required
            />
            <TextField
              {...field('title')}
              label="What do you call it?"
              hint="Left empty, it is called by its kind. The vendor stands beside it anyway."
            />
            {customers.length > 0 ? (
              <Select
                {...field('upstreamId')}
                label="Between whom?"
                empty={`${vendorName} and us`}
                options={customers.map(({ value, label }) => ({
                  value,
                  label: `${vendorName} and ${label}, for which it works`,
                }))}
                why="A vendor that passes patient data on has to have an agreement with its subcontractor. Write down here what it told you."
                rule={rules.subcontractor}
              />
            ) : null}
          </FormSection>
          <FormSection title="What does it cover?">
            <RadioGroup {...field('covers')} label="It covers" options={plain(coverages)} stacked required />
            {systems.length > 0 ? (
              <>
                <input type="hidden" name="systemIds[]" value="" />
                <CheckboxGroup
                  name="systemIds[]"
                  id="systemIds"
                  label="AI systems that it names"
                  hint="Only asked where it does not cover everything."
                  options={plain(systems)}
                  defaultValue={listIn(values, 'systemIds[]')}
                />
              </>
            ) : null}
            {flows.length > 0 ? (
              <>
                <input type="hidden" name="flowIds[]" value="" />
                <CheckboxGroup
                  name="flowIds[]"
                  id="flowIds"
                  label="Patient data flows that it names"
                  options={plain(flows)}
                  defaultValue={listIn(values, 'flowIds[]')}
                />
              </>
            ) : null}
            <TextArea {...field('services')} label="Services" hint="As the agreement puts it." limit={4000} />
          </FormSection>
          <FormSection title="How far has it got?">
            <DateField {...field('sentOn')} label="Sent on" max={today} />
            <DateField
              {...field('signedOn')}
              label="Signed on"
              hint="The day of the last signature."
              max={today}
            />
            <TextField {...field('ourSigner')} label="Signed by, for us" width="half" />
            <TextField {...field('theirSigner')} label="Signed by, for them" width="half" />
            {customers.length > 0 ? (
              <DateField
                {...field('confirmedOn')}
                label="Confirmed in writing on"
                hint="For an agreement between two vendors: the day on which ours confirmed that it has it. Add its letter as a file."
                max={today}
              />
            ) : null}
          </FormSection>
          <FormSection title="How long does it run?">
            <DateField
              {...field('effectiveOn')}
              label="In force from"
              hint="Left empty, it is the day of the signature."
            />
            <DateField
              {...field('endsOn')}
              label="The term ends on"
              hint="The last day. Left empty when it has none."
            />
            <RadioGroup {...field('renewal')} label="What happens then?" options={plain(renewals)} required />
            <TextField
              {...field('renewalMonths')}
              label="Each further term, in months"
              hint="Where it renews by itself. Left empty, a year is assumed."
              inputMode="numeric"
              width="short"
            />
            <TextField
              {...field('noticeDays')}
              label="Notice period, in days"
              hint="From it follows the last day on which you can give notice."
              inputMode="numeric"
              width="short"
            />
            <TextField
              {...field('breachDays')}
              label="It promises word of a breach within (days)"
              inputMode="numeric"
              width="short"
            />
            <TextField
              {...field('yearlyCost')}
              label="Cost a year, in US dollars"
              inputMode="numeric"
              width="short"
            />
          </FormSection>
          <FormSection title="Who answers for it?">
            <OwnerFields field={field} people={people} />
            <TextArea {...field('notes')} label="Notes" limit={4000} />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
