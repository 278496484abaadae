'use client'

import { ActionForm } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { PersonField } from '#components/form/person-field'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { ButtonLink } from '#components/ui/button'
import type { Citation } from '#components/ui/cite'
import type { PersonChoices } from '#lib/people/directory'
import type { FormDraft } from '#lib/people/drafts'
import { textIn } from '../../../../form-values.ts'
import type { DecisionState } from '../../../../question-form.tsx'
import { scoreAction } from '../../../actions.ts'

/** Fine, a gap, or not relevant; and for a gap, who settles it and by when. */
export function ScoreForm({
  hidden,
  why,
  rule,
  people,
  values,
  cancelHref,
  draft,
}: {
  hidden: Readonly<Record<string, string>>
  why: string
  rule: Citation | undefined
  people: PersonChoices
  values: Readonly<Record<'verdict' | 'note' | 'gapOwnerId' | 'settleBy', string>>
  cancelHref: string
  draft: FormDraft
}) {
  return (
    <ActionForm action={scoreAction} initial={{}}>
      {(errors, state: DecisionState) => {
        const field = (name: keyof typeof values) => ({
          name,
          defaultValue: state.values ? textIn(state.values, name) : values[name],
          error: errors[name],
        })
        return (
          <>
            <DraftKeeper form={draft.form} basis={hidden['version'] ?? ''} draft={draft.kept} />
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            <FormSection title="What do you think of this answer?">
              <RadioGroup
                {...field('verdict')}
                label="It is"
                options={[
                  { value: 'fine', label: 'Fine' },
                  { value: 'gap', label: 'A gap', hint: 'It becomes a duty of whoever you name below.' },
                  { value: 'aside', label: 'Not relevant', hint: 'It does not matter for what we use.' },
                ]}
                why={why}
                rule={rule}
                required
              />
              <TextArea {...field('note')} label="Note" hint="With a gap: what is missing." limit={2000} />
            </FormSection>
            <FormSection title="If it is a gap">
              <PersonField {...field('gapOwnerId')} {...people} label="Who settles it?" />
              <DateField {...field('settleBy')} label="By when?" />
            </FormSection>
            <FormActions>
              <SubmitButton>Save and go on</SubmitButton>
              <ButtonLink href={cancelHref}>Back to all answers</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
