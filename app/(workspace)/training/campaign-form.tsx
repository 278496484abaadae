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
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { occasions } from '#lib/training/options'
import { type EntryState, type FormValues, listIn, textIn } from '../form-values.ts'
import { AudienceReach } from './audience-reach.tsx'
import { NamedPeople } from './named-people.tsx'
import './campaigns.css'

/** A form's state after a conflict also carries the version that the next try is based on, and who can be chosen now. */
export interface CampaignEntryState extends EntryState {
  version?: number
  people?: PersonChoices
}

interface Choice {
  value: string
  label: string
}

/** What the forms for a new campaign and for an existing one share. Sent fields that are not questions go into `hidden`. */
interface CampaignFormProps {
  action: (state: CampaignEntryState, form: FormData) => Promise<CampaignEntryState>
  values: FormValues
  hidden: Readonly<Record<string, string>>
  people: PersonChoices
  sites: readonly Choice[]
  courses: readonly Choice[]
  reach: { people: number; unsorted: number }
  /** Whether people are named in the form itself: only while there is no campaign whose page does it. */
  canName: boolean
  /** Its course and its opening stay once it has opened. */
  isOpen: boolean
  draftKey: string
  draft: KeptDraft | null
  submitLabel: string
  cancelHref: string
}

const policyRule = {
  text: 'Whoever a change of a policy concerns is trained within a reasonable time after it takes effect.',
  source: '45 CFR 164.530(b)(2)(i)(C)',
  status: 'in-force',
  isChecked: false,
} as const

/** Everything one can say about a campaign, grouped by the question it answers. */
export function CampaignForm({
  action,
  values: initial,
  hidden,
  draftKey,
  draft,
  isOpen,
  ...props
}: CampaignFormProps) {
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
            <FormSection title="What is taught?">
              <TextField
                {...field('title')}
                label="Campaign"
                hint="“Approved tools, first quarter 2027”."
                required
              />
              {isOpen ? (
                <>
                  <input type="hidden" name="courseId" value={textIn(values, 'courseId')} />
                  <p className="text-muted">It is open: its course and its first day stay as they are.</p>
                </>
              ) : (
                <Select
                  {...field('courseId')}
                  label="Course"
                  options={props.courses}
                  hint="Only published courses can be signed."
                  required
                />
              )}
            </FormSection>
            <FormSection title="Why now?">
              <RadioGroup
                {...field('occasion')}
                label="Occasion"
                options={occasions.map(({ value, label }) => ({ value, label }))}
                rule={policyRule}
                stacked
                required
              />
              <TextArea
                {...field('reason')}
                label="What changed or happened?"
                hint="For a changed policy, a new tool or an incident. People read this before the lesson."
                limit={2000}
              />
              <DateField {...field('changedOn')} label="Since when?" />
            </FormSection>
            <FormSection title="Who takes part?">
              <input type="hidden" name="groups[]" value="" />
              <CheckboxGroup
                name="groups[]"
                id="groups"
                label="Work groups"
                hint="None ticked: everybody."
                options={jobGroupOptions.map(({ value, label }) => ({ value, label }))}
                defaultValue={listIn(values, 'groups[]')}
                error={errors.groups}
                columns={2}
              />
              <input type="hidden" name="siteIds[]" value="" />
              {props.sites.length > 0 ? (
                <CheckboxGroup
                  name="siteIds[]"
                  id="siteIds"
                  label="Sites"
                  hint="None ticked: all of them."
                  options={props.sites}
                  defaultValue={listIn(values, 'siteIds[]')}
                  error={errors.siteIds}
                  columns={2}
                />
              ) : null}
              <AudienceReach initial={props.reach} hasGroups={listIn(values, 'groups[]').length > 0} />
              {props.canName ? (
                <NamedPeople
                  people={people}
                  values={values}
                  draft={state.values ? undefined : draft?.values}
                  errors={errors}
                />
              ) : (
                <p className="text-muted">
                  People are taken in or left out by name on the campaign’s page, with a reason.
                </p>
              )}
            </FormSection>
            <FormSection title="From when, and until when?">
              {isOpen ? (
                <input type="hidden" name="opensOn" value={textIn(values, 'opensOn')} />
              ) : (
                <DateField {...field('opensOn')} label="Opens on" required />
              )}
              <DateField
                {...field('dueOn')}
                label="Sign by"
                hint="Leave it empty for new people: everybody then has so many days from joining."
              />
              <TextField
                {...field('joinerDays')}
                label="Days for those who join while it is open"
                type="number"
                width="short"
                rule={{
                  text: 'Whoever joins is trained within a reasonable time after joining.',
                  source: '45 CFR 164.530(b)(2)(i)(B)',
                  status: 'in-force',
                  isChecked: false,
                }}
                required
              />
              <TextField
                {...field('escalateAfterDays')}
                label="Days late until the site’s lead is called in"
                type="number"
                width="short"
                required
              />
            </FormSection>
            <FormSection title="Who answers for it?">
              <PersonField {...field('ownerId')} {...people} label="Owner" empty="Nobody yet" />
              <PersonField {...field('backupId')} {...people} label="Backup" empty="Nobody yet" />
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
