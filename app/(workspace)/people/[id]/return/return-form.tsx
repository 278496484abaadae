'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { ButtonLink } from '#components/ui/button'
import { type EntryState, textIn } from '../../../form-values.ts'

/** Takes somebody back who had left. */
export function ReturnForm({
  action,
  person,
  from,
  backHref,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  person: { id: string; version: number }
  from: string
  backHref: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: EntryState) => (
        <>
          <input type="hidden" name="id" value={person.id} />
          <input type="hidden" name="version" value={person.version} />
          <input type="hidden" name="from" value={from} />
          <TextArea
            name="reason"
            label="Reason"
            rows={2}
            limit={1000}
            required
            defaultValue={textIn(state.values ?? {}, 'reason')}
            error={errors.reason}
          />
          <FormActions>
            <SubmitButton>They work here again</SubmitButton>
            <ButtonLink href={backHref}>Cancel</ButtonLink>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
