'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { FormActions } from '#components/form/layout'
import type { Option } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import type { Citation } from '#components/ui/cite'
import { type EntryState, type FormValues, listIn, textIn } from '../../form-values.ts'

interface Limits {
  min: number
  max: number
}

/** When people are signed out, and who needs a second factor. */
export function SecurityForm({
  action,
  version,
  values: initial,
  limits,
  roles,
  rules,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  version: number
  values: FormValues
  limits: { idleMinutes: Limits; sessionHours: Limits }
  roles: readonly Option[]
  rules: { logoff: Citation; mfa: Citation }
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => {
        const values = state.values ?? initial
        const number = (name: 'idleMinutes' | 'sessionHours') => ({
          name,
          hint: `From ${limits[name].min} to ${limits[name].max}.`,
          width: 'short' as const,
          inputMode: 'numeric' as const,
          required: true,
          defaultValue: textIn(values, name),
          error: errors[name],
        })
        return (
          <>
            <input type="hidden" name="version" value={version} />
            <TextField
              {...number('idleMinutes')}
              label="Minutes without use until somebody is signed out"
              why="A screen left open in a treatment room is anybody’s. A minute before, the page asks; what was typed is kept."
              rule={rules.logoff}
            />
            <TextField
              {...number('sessionHours')}
              label="Hours after which everybody signs in anew"
              why="Counts from signing in, used or not. A working day is long enough. Sessions that are open now keep the end they have."
            />
            <CheckboxGroup
              name="mfaRoles[]"
              id="mfaRoles"
              label="Roles that need a second factor"
              required
              why="Whoever holds one sets up a code app when they next sign in. A stolen password alone then opens nothing."
              rule={rules.mfa}
              options={roles}
              defaultValue={listIn(values, 'mfaRoles[]')}
              error={errors.mfaRoles}
            />
            <input type="hidden" name="mfaRoles[]" value="" />
            <FormActions>
              <SubmitButton>Save</SubmitButton>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
