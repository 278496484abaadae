'use client'

import { ActionForm } from '#components/form/action-form'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import type { PersonChoices } from '#lib/people/directory'
import type { FormDraft } from '#lib/people/drafts'
import { type EntryState, textIn } from '../../form-values.ts'
import { handOverAction } from './actions.ts'

/** Asks who does this one duty instead, and why. */
export function HandOverForm({
  id,
  people,
  limit,
  draft,
}: {
  id: string
  people: PersonChoices
  limit: number
  draft: FormDraft
}) {
  return (
    <ActionForm action={handOverAction} initial={{}}>
      {(errors, state: EntryState) => (
        <>
          <input type="hidden" name="id" value={id} />
          <DraftKeeper form={draft.form} basis="" draft={draft.kept} />
          <PersonField
            {...people}
            name="toId"
            label="Who does it"
            empty="Choose somebody"
            required
            defaultValue={textIn(state.values ?? {}, 'toId')}
            error={errors.toId}
          />
          <TextArea
            name="reason"
            id="hand-over-reason"
            label="Why are you handing it over?"
            limit={limit}
            required
            defaultValue={textIn(state.values ?? {}, 'reason')}
            error={errors.reason}
          />
          <FormActions>
            <SubmitButton>Hand it over</SubmitButton>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
