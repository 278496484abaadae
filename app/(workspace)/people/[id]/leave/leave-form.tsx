'use client'

import { ActionForm } from '#components/form/action-form'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { ButtonLink } from '#components/ui/button'
import type { PersonChoices } from '#lib/people/directory'
import type { KeptDraft } from '#lib/people/drafts'
import { textIn } from '../../../form-values.ts'
import type { PersonEntryState } from '../../conflict.ts'

/** Records that somebody leaves, and who takes over `passesOn`. */
export function LeaveForm({
  action,
  person,
  passesOn,
  people,
  suggestedId,
  today,
  from,
  backHref,
  draft,
}: {
  action: (state: PersonEntryState, form: FormData) => Promise<PersonEntryState>
  person: { id: string; version: number; name: string }
  /** '12 duties and 3 AI systems'; null when there is nothing to take over. */
  passesOn: string | null
  people: PersonChoices
  suggestedId: string
  today: string
  from: string
  backHref: string
  draft: { form: string; kept: KeptDraft | null }
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state: PersonEntryState) => {
        const values = state.values ?? { lastDay: [today], successorId: [suggestedId] }
        const field = (name: string) => ({ name, defaultValue: textIn(values, name), error: errors[name] })
        return (
          <>
            <input type="hidden" name="id" value={person.id} />
            <input type="hidden" name="version" value={state.version ?? person.version} />
            <input type="hidden" name="from" value={from} />
            <DraftKeeper form={draft.form} basis={String(person.version)} draft={draft.kept} />
            <FormSection title="When, why, and who takes over?">
              <DateField
                {...field('lastDay')}
                label="Last day"
                hint="Today or earlier: from the moment you record it they are signed out."
                max={today}
                required
              />
              {passesOn ? (
                <PersonField
                  {...field('successorId')}
                  {...people}
                  label={`Who takes over ${passesOn}?`}
                  required
                  why="Suggested is the backup of most of it, or else a compliance officer. Single records can be given to others afterwards."
                />
              ) : null}
              <TextArea {...field('reason')} label="Reason" rows={2} limit={1000} required />
            </FormSection>
            <FormActions>
              <SubmitButton variant="danger" pendingLabel="Recording…">
                Record that they left
              </SubmitButton>
              <ButtonLink href={backHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
