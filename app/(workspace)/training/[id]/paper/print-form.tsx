'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { type EntryState, textIn } from '../../../form-values.ts'

type Options = readonly { value: string; label: string }[]

/** Which names go on paper, and in which language. */
export function PrintForm({
  action,
  campaignId,
  sites,
  languages,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  campaignId: string
  sites: Options
  languages: Options
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => (
        <>
          <input type="hidden" name="campaignId" value={campaignId} />
          <Select
            name="siteId"
            label="Whose names"
            hint="Everybody there who has not signed yet and is not on leave."
            options={sites}
            defaultValue={(state.values && textIn(state.values, 'siteId')) || sites[0]?.value}
            error={errors['siteId']}
            width="half"
            required
          />
          <Select
            name="language"
            label="Language of the sheet"
            options={languages}
            defaultValue={(state.values && textIn(state.values, 'language')) || languages[0]?.value}
            error={errors['language']}
            width="half"
            required
          />
          <FormActions inPlace>
            <SubmitButton pendingLabel="Making…">Make the sheets</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
