'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { Citation } from '#components/ui/cite'
import { agreementKinds, coverages, renewals } from '#lib/agreements/options'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'

/** The form's state; after a conflict with the version that the next try is based on, and the people it names. */
export interface AgreementEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

interface Choice {
  value: string
  label: string
}

interface AgreementFormProps {
  action: (state: AgreementEntryState, form: FormData) => Promise<AgreementEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  vendorName: string
  people: PersonChoices
  systems: readonly Choice[]
  flows: readonly Choice[]
  /** The vendors for which this one works as a sub-processor. */
  customers: readonly Choice[]
  rules: { associate: Citation; subcontractor: Citation }
  today: string
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

const plain = (options: readonly Choice[]) => options.map(({ value, label }) => ({ value, label }))

/** Everything one can say about an agreement, grouped by the question it answers. How it stands follows from the days. */
export function AgreementForm({
  action,
  values: initial,
  hidden,
  draftKey,
  draft,
  ...props
}: AgreementFormProps) {
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
              <RadioGroup
                {...field('kind')}
                label="Kind"
                options={plain(agreementKinds)}
                why="Only a business associate agreement covers patient data that goes to a business associate."
                rule={props.rules.associate}
                stacked
                required
              />
              <TextField
                {...field('title')}
                label="What do you call it?"
                hint="Left empty, it is called by its kind. The vendor stands beside it anyway."
              />
              {props.customers.length > 0 ? (
                <Select
                  {...field('upstreamId')}
                  label="Between whom?"
                  empty={`${props.vendorName} and us`}
                  options={props.customers.map(({ value, label }) => ({
                    value,
                    label: `${props.vendorName} and ${label}, for which it works`,
                  }))}
                  why="A vendor that passes patient data on has to have an agreement with its subcontractor. Write down here what it told you."
                  rule={props.rules.subcontractor}
                />
              ) : null}
            </FormSection>
            <FormSection title="What does it cover?">
              <RadioGroup
                {...field('covers')}
                label="It covers"
                options={plain(coverages)}
                stacked
                required
              />
              {props.systems.length > 0 ? (
                <>
                  <input type="hidden" name="systemIds[]" value="" />
                  <CheckboxGroup
                    name="systemIds[]"
                    id="systemIds"
                    label="AI systems that it names"
                    hint="Only asked where it does not cover everything."
                    options={plain(props.systems)}
                    defaultValue={listIn(values, 'systemIds[]')}
                  />
                </>
              ) : null}
              {props.flows.length > 0 ? (
                <>
                  <input type="hidden" name="flowIds[]" value="" />
                  <CheckboxGroup
                    name="flowIds[]"
                    id="flowIds"
                    label="Patient data flows that it names"
                    options={plain(props.flows)}
                    defaultValue={listIn(values, 'flowIds[]')}
                  />
                </>
              ) : null}
              <TextArea
                {...field('services')}
                label="Services"
                hint="As the agreement puts it."
                limit={4000}
              />
            </FormSection>
            <FormSection title="How far has it got?">
              <DateField {...field('sentOn')} label="Sent on" max={props.today} />
              <DateField
                {...field('signedOn')}
                label="Signed on"
                hint="The day of the last signature."
                max={props.today}
              />
              <TextField {...field('ourSigner')} label="Signed by, for us" width="half" />
              <TextField {...field('theirSigner')} label="Signed by, for them" width="half" />
              {props.customers.length > 0 ? (
                <DateField
                  {...field('confirmedOn')}
                  label="Confirmed in writing on"
                  hint="For an agreement between two vendors: the day on which ours confirmed that it has it. Add its letter as a file."
                  max={props.today}
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
              <RadioGroup
                {...field('renewal')}
                label="What happens then?"
                options={plain(renewals)}
                required
              />
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
