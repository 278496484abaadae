'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { DirectoryOption } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { type FormValues, listIn, textIn } from '../form-values.ts'
import type { PersonEntryState } from './conflict.ts'

/** Adds a person, or changes one when `record` is given. */
export function PersonForm({
  action,
  record,
  values: initial = {},
  sites,
  mustHaveSite,
  signsIn = false,
  from,
  backHref,
  draft,
}: {
  action: (state: PersonEntryState, form: FormData) => Promise<PersonEntryState>
  record?: { id: string; version: number }
  /** What the form begins with. */
  values?: FormValues
  sites: readonly DirectoryOption[]
  /** Whether whoever fills this in answers for some sites only. */
  mustHaveSite: boolean
  signsIn?: boolean
  /** The list's query, for the way back. */
  from: string
  backHref: string
  draft: { form: string; kept: KeptDraft | null }
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: PersonEntryState) => {
        const values = state.values ?? initial
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        return (
          <>
            {record ? (
              <>
                <input type="hidden" name="id" value={record.id} />
                <input type="hidden" name="version" value={state.version ?? record.version} />
              </>
            ) : null}
            <input type="hidden" name="from" value={from} />
            <DraftKeeper form={draft.form} basis={record ? String(record.version) : ''} draft={draft.kept} />
            <FormSection title="Who is it?">
              <TextField
                {...field('name')}
                label="Name"
                hint="First name first, as people here say it."
                required
              />
              <TextField {...field('jobTitle')} label="Job title" width="half" />
              <CheckboxGroup
                name="siteIds[]"
                id="siteIds"
                label="Sites"
                hint={mustHaveSite ? undefined : 'None ticked means the whole practice.'}
                why="Who keeps the AI systems of a site also sees who works there."
                required={mustHaveSite}
                options={sites}
                columns={2}
                defaultValue={listIn(values, 'siteIds[]')}
                error={errors.siteIds}
              />
              <input type="hidden" name="siteIds[]" value="" />
            </FormSection>
            <FormSection title="How are they found again?">
              <TextField
                {...field('email')}
                label="E-mail"
                type="email"
                width="half"
                hint={
                  signsIn
                    ? 'They sign in with this address.'
                    : 'Needed to sign in. Leave it empty for those who never do.'
                }
              />
              <TextField
                {...field('staffNumber')}
                label="Staff number"
                width="short"
                why="If your payroll or badge system has one, staff lists find the person by it."
              />
              <DateField {...field('startedOn')} label="First day at work" />
            </FormSection>
            <FormActions>
              <SubmitButton>{record ? 'Save' : 'Add person'}</SubmitButton>
              <ButtonLink href={backHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
