'use client'

import { ActionForm } from '#components/form/action-form'
import { CheckboxGroup, RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { ButtonLink } from '#components/ui/button'
import type { Citation } from '#components/ui/cite'
import type { FormDraft } from '#lib/people/drafts'
import { determinations } from '#lib/vendors/options'
import { listIn, textIn } from '../../../form-values.ts'
import type { DecisionState } from '../../../question-form.tsx'

interface Reason {
  value: string
  label: string
  rule: Citation
}

const options = (reasons: readonly Reason[]) =>
  reasons.map(({ value, label, rule }) => ({
    value,
    label,
    hint: rule.status === 'guidance' ? `Guidance: ${rule.source}` : rule.source,
  }))

/** The answer, the reasons that speak for it with their sources, a note and the day. */
export function DetermineForm({
  action,
  hidden,
  answer,
  chosen,
  today,
  yes,
  no,
  draft,
  cancelHref,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  answer: string
  chosen: readonly string[]
  today: string
  yes: readonly Reason[]
  no: readonly Reason[]
  draft: FormDraft
  cancelHref: string
}) {
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const ticked = state.values ? listIn(state.values, 'reasons[]') : chosen
        const entered = (name: string) => (state.values ? textIn(state.values, name) : undefined)
        return (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            <DraftKeeper form={draft.form} basis={hidden['version']} draft={draft.kept} />
            <RadioGroup
              name="answer"
              label="Is it a business associate?"
              options={determinations}
              defaultValue={entered('answer') ?? (answer === 'unknown' ? undefined : answer)}
              error={errors.answer}
              stacked
              required
            />
            <input type="hidden" name="reasons[]" value="" />
            <CheckboxGroup
              name="reasons[]"
              id="reasons"
              label="Yes, because"
              hint="One is enough."
              options={options(yes)}
              defaultValue={ticked}
              error={errors.reasons}
              required
            />
            <CheckboxGroup
              name="reasons[]"
              id="reasons-not"
              label="No, because"
              hint="What you tick here has to hold for everything that the vendor does for us."
              options={options(no)}
              defaultValue={ticked}
              required
            />
            <TextArea
              name="note"
              label="Note"
              hint="What you looked at, and whom you asked. When you leave it open: why."
              limit={2000}
              defaultValue={entered('note')}
              error={errors.note}
            />
            <DateField
              name="on"
              label="When was it decided?"
              max={today}
              defaultValue={entered('on') ?? today}
              error={errors.on}
              required
            />
            <FormActions>
              <SubmitButton>Record it</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
