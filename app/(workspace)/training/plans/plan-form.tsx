'use client'

import { CheckboxGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { Select } from '#components/form/select'
import { TextField } from '#components/form/text-field'
import { jobGroupOptions } from '#lib/law/lessons/job-group-names'
import { listIn, textIn } from '../../form-values.ts'
import { RecordForm, type RecordFormProps } from '../../record-form.tsx'

interface Choice {
  value: string
  label: string
}

/** Courses that one form offers places for; more come round with another plan. */
const leastPlaces = 4

/** Everything one can say about a plan. */
export function PlanForm({
  sites,
  courses,
  hasOpened,
  ...form
}: RecordFormProps & {
  sites: readonly Choice[]
  courses: readonly Choice[]
  /** Its rhythm stays once its first campaign has opened. */
  hasOpened: boolean
}) {
  return (
    <RecordForm
      {...form}
      note="Its campaigns of the next 12 months follow at once; those that have opened stay as they are."
    >
      {({ values, errors, field, people }) => {
        const chosen = listIn(values, 'courseIds[]')
        const places = Math.min(12, Math.max(leastPlaces, chosen.length + 1))
        return (
          <>
            <FormSection title="What comes round?">
              <TextField {...field('name')} label="Plan" hint="“Security, every quarter”." required />
              {Array.from({ length: places }, (_, place) => (
                <Select
                  key={`course-${place + 1}`}
                  name="courseIds[]"
                  id={place === 0 ? 'courseIds' : `courseIds-${place + 1}`}
                  label={place === 0 ? 'First course' : `Course ${place + 1}`}
                  options={courses}
                  empty={place === 0 ? 'Choose…' : 'None'}
                  defaultValue={chosen[place] ?? ''}
                  required={place === 0}
                  error={place === 0 ? errors.courseIds : undefined}
                />
              ))}
              <p className="text-muted">Each turn teaches the next one; after the last it begins again.</p>
            </FormSection>
            <FormSection title="How often?">
              {hasOpened ? (
                <>
                  <input type="hidden" name="everyMonths" value={textIn(values, 'everyMonths')} />
                  <input type="hidden" name="startsOn" value={textIn(values, 'startsOn')} />
                  <p className="text-muted">
                    Its first campaign has opened, so its rhythm stays. For another rhythm, end this plan and
                    make a new one.
                  </p>
                </>
              ) : (
                <>
                  <TextField
                    {...field('everyMonths')}
                    label="Months from one turn to the next"
                    type="number"
                    width="short"
                    required
                  />
                  <DateField {...field('startsOn')} label="First day of the first turn" required />
                </>
              )}
              <TextField {...field('daysOpen')} label="Days to sign" type="number" width="short" required />
              <TextField
                {...field('joinerDays')}
                label="Days for those who join while a turn is open"
                type="number"
                width="short"
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
            <FormSection title="Who takes part?">
              <input type="hidden" name="groups[]" value="" />
              <CheckboxGroup
                name="groups[]"
                id="groups"
                label="Work groups"
                hint="None ticked: those whom each course is for."
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
              <PersonField
                {...field('ownerId')}
                {...people}
                label="Owner of its campaigns"
                empty="Nobody yet"
              />
            </FormSection>
          </>
        )
      }}
    </RecordForm>
  )
}
