'use client'

import { useState } from 'react'
import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { FormActions, FormSection } from '#components/form/layout'
import type { Option } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { type EntryState, type FormValues, listIn, textIn } from '../../../form-values.ts'
import '../../people.css'

const places: readonly Option[] = [
  { value: 'everywhere', label: 'Everywhere' },
  { value: 'sites', label: 'At some sites only' },
]

/** Gives a role, or changes where and how long `role` counts. */
export function RoleForm({
  action,
  personId,
  role,
  choices,
  ending,
  sites,
  mayEverywhere,
  values: initial,
  today,
  from,
  backHref,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  personId: string
  role: { value: string; label: string } | null
  choices: readonly Option[]
  /** The roles that need a last day. */
  ending: readonly Option[]
  sites: readonly Option[]
  mayEverywhere: boolean
  values: FormValues
  today: string
  from: string
  backHref: string
}) {
  const [chosen, setChosen] = useState('')
  const needEnd = ending.map(({ label }) => label).join(', ')
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => {
        const values = state.values ?? initial
        const picked = role?.value ?? (chosen || textIn(values, 'role'))
        const mustEnd = ending.some(({ value }) => value === picked)
        return (
          <>
            <input type="hidden" name="personId" value={personId} />
            <input type="hidden" name="from" value={from} />
            {role ? (
              <input type="hidden" name="role" value={role.value} />
            ) : (
              <FormSection title="Which role?">
                <div
                  onChange={({ target }) => setChosen(target instanceof HTMLInputElement ? target.value : '')}
                >
                  <RadioGroup
                    name="role"
                    label="Role"
                    options={choices}
                    defaultValue={textIn(values, 'role')}
                    required
                    error={errors.role}
                  />
                </div>
              </FormSection>
            )}
            <FormSection title="Where and how long?">
              <RadioGroup
                name="where"
                label="It counts"
                options={mayEverywhere ? places : places.slice(1)}
                defaultValue={textIn(values, 'where')}
                required
                error={errors.where}
              />
              <div className="role-sites">
                <CheckboxGroup
                  name="siteIds[]"
                  id="siteIds"
                  label="Sites"
                  options={sites}
                  columns={2}
                  required
                  defaultValue={listIn(values, 'siteIds[]')}
                  error={errors.siteIds}
                />
              </div>
              <input type="hidden" name="siteIds[]" value="" />
              <DateField
                name="until"
                label="Last day"
                hint={`The role ends by itself after this day.${mustEnd ? '' : ` ${needEnd} needs one.`}`}
                required={mustEnd}
                min={today}
                defaultValue={textIn(values, 'until')}
                error={errors.until}
              />
            </FormSection>
            <FormActions inPlace={role !== null}>
              <SubmitButton>{role ? 'Save' : 'Give the role'}</SubmitButton>
              <ButtonLink href={backHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
