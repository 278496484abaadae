'use client'

import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { occasions } from '#lib/training/options'
import { listIn, textIn } from '../form-values.ts'
import { OwnerFields, RecordForm, type RecordFormProps } from '../record-form.tsx'
import { AudienceReach } from './audience-reach.tsx'
import { NamedPeople } from './named-people.tsx'
import './campaigns.css'

interface Choice {
  value: string
  label: string
}

interface CampaignFormProps extends RecordFormProps {
  sites: readonly Choice[]
  courses: readonly Choice[]
  reach: { people: number; unsorted: number }
  /** Whether people are named in the form itself: only while there is no campaign whose page does it. */
  canName: boolean
  /** Its course and its opening stay once it has opened. */
  isOpen: boolean
}

const policyRule = {
  text: 'Whoever a change of a policy concerns is trained within a reasonable time after it takes effect.',
  source: '45 CFR 164.530(b)(2)(i)(C)',
  status: 'in-force',
  isChecked: false,
} as const

/** Everything one can say about a campaign, grouped by the question it answers. */
export function CampaignForm({ sites, courses, reach, canName, isOpen, ...form }: CampaignFormProps) {
  return (
    <RecordForm {...form}>
      {({ values, sent, errors, field, people }) => (
        <>
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
                options={courses}
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
            {sites.length > 0 ? (
              <CheckboxGroup
                name="siteIds[]"
                id="siteIds"
                label="Sites"
                hint="None ticked: all of them."
                options={sites}
                defaultValue={listIn(values, 'siteIds[]')}
                error={errors.siteIds}
                columns={2}
              />
            ) : null}
            <AudienceReach initial={reach} hasGroups={listIn(values, 'groups[]').length > 0} />
            {canName ? (
              <NamedPeople
                people={people}
                values={values}
                draft={sent ? undefined : form.draft?.values}
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
            <OwnerFields field={field} people={people} />
          </FormSection>
        </>
      )}
    </RecordForm>
  )
}
