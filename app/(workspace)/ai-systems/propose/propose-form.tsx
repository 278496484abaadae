'use client'

import { ActionForm } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { answers } from '#lib/kernel/answers'
import type { FormDraft } from '#lib/people/drafts'
import { textIn } from '../../form-values.ts'
import type { AskState } from './second-thought.ts'

/** "Ask for a tool": what a person can say in under a minute, on a phone. */
export function ProposeForm({
  action,
  draft,
}: {
  action: (state: AskState, form: FormData) => Promise<AskState>
  draft: FormDraft
}) {
  return (
    <ActionForm action={action} initial={{}} errorTitle="This could not be sent yet">
      {(errors, { values = {}, doubted }) => (
        <>
          <DraftKeeper form={draft.form} draft={draft.kept} />
          <TextField
            name="name"
            label="Which tool?"
            hint="Its name, or where you saw it."
            defaultValue={textIn(values, 'name')}
            error={errors.name}
            required
          />
          <TextArea
            name="purpose"
            label="What would you use it for?"
            limit={2000}
            defaultValue={textIn(values, 'purpose')}
            error={errors.purpose}
            required
          />
          <RadioGroup
            name="patientData"
            label="Would patient data go in?"
            hint="Also names, voices or pictures."
            options={answers}
            defaultValue={textIn(values, 'patientData') || 'unknown'}
            error={errors.patientData}
            required
          />
          <FormActions>
            <SubmitButton pendingLabel="Sending…">Send</SubmitButton>
            {doubted ? (
              <SubmitButton variant="secondary" pendingLabel="Sending…" name="asItIs" value={doubted}>
                Send it as it is
              </SubmitButton>
            ) : null}
            <ButtonLink href="/ai-systems/tools">Cancel</ButtonLink>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
