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
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import type { RiskChoices } from '#lib/risks/choices-queries'
import { categories, generativeRisks, treatments } from '#lib/risks/options'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'

/** The form's state; after a conflict with the version that the next try is based on, and the people it names. */
export interface RiskEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

interface RiskFormProps {
  action: (state: RiskEntryState, form: FormData) => Promise<RiskEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  choices: RiskChoices
  rule: Citation
  today: string
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

const plain = (options: readonly { value: string; label: string }[]) =>
  options.map(({ value, label }) => ({ value, label }))

/** Everything one can say about a risk but its scores, grouped by the question it answers. */
export function RiskForm({
  action,
  values: initial,
  hidden,
  draftKey,
  draft,
  choices,
  ...props
}: RiskFormProps) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        const people = state.people ?? props.people
        const named = { values, errors }
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
            <FormSection title="What could go wrong?">
              <TextField
                {...field('title')}
                label="The risk in one line"
                hint="As you would say it to a colleague: “A note with an invented dose is signed unread”."
                rule={props.rule}
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
              <TextArea
                {...field('consequence')}
                label="What does it do to patients and to us?"
                limit={2000}
              />
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
                {...named}
                label="AI systems"
                ids="systemIds"
                refs="systemRefs"
                sample="AI-014"
                options={choices.systems}
                isUnlisted={choices.unlisted.systems}
              />
              <Named
                {...named}
                label="Vendors"
                ids="vendorIds"
                refs="vendorRefs"
                sample="V-007"
                options={choices.vendors}
                isUnlisted={choices.unlisted.vendors}
              />
              <Named {...named} label="Sites" ids="siteIds" options={choices.sites} isUnlisted={false} />
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
                {...named}
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
              <DateField {...field('identifiedOn')} label="Found on" max={props.today} />
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
