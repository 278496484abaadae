'use client'

import { ActionForm } from '#components/form/action-form'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import { type EntryState, textIn } from '../../form-values.ts'
import { nameOwnersAction } from './actions.ts'

/** Asks who is to answer for the AI systems of a list's selection that have nobody. */
export function OwnersForm({
  list,
  people,
  lacksOwner,
  lacksBackup,
  backHref,
}: {
  list: string
  people: PersonChoices
  /** '480 AI systems have no owner'. */
  lacksOwner: string
  lacksBackup: string
  backHref: string
}) {
  return (
    <ActionForm action={nameOwnersAction} initial={{}}>
      {(errors, state: EntryState) => {
        const field = (name: string) => ({
          name,
          defaultValue: textIn(state.values ?? {}, name),
          error: errors[name],
        })
        return (
          <>
            <input type="hidden" name="list" value={list} />
            <FormSection title="Who answers for them?">
              <PersonField
                {...field('ownerId')}
                {...people}
                label="Owner"
                hint={`${lacksOwner}. Nobody who is named already is replaced.`}
                empty="Leave it as it is"
              />
              <PersonField
                {...field('backupId')}
                {...people}
                label="Backup"
                hint={`${lacksBackup}.`}
                empty="Leave it as it is"
              />
            </FormSection>
            <FormActions>
              <SubmitButton>Name them</SubmitButton>
              <ButtonLink href={backHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
