'use client'

import { ActionForm, type FormState } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { type EntryState, textIn } from '../../../form-values.ts'

/** Closes a site, with a reason. */
export function CloseSiteForm({
  action,
  site,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  site: { id: string; version: number; name: string }
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="The site stays open">
      {(errors, state: EntryState) => (
        <>
          <input type="hidden" name="id" value={site.id} />
          <input type="hidden" name="version" value={site.version} />
          <TextField
            name="reason"
            label="Reason"
            width="half"
            required
            defaultValue={textIn(state.values ?? {}, 'reason')}
            error={errors.reason}
          />
          <FormActions inPlace>
            <SubmitButton variant="danger" pendingLabel="Closing…">
              Close {site.name}
            </SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}

/** Opens a closed site again. */
export function ReopenSiteForm({
  action,
  id,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  id: string
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="The site stays closed">
      <input type="hidden" name="id" value={id} />
      <FormActions inPlace>
        <SubmitButton variant="secondary">Open it again</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
