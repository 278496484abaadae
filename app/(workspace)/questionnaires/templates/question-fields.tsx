'use client'

import { ActionForm } from '#components/form/action-form'
import { Checkbox, CheckboxGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { Select } from '#components/form/select'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import type { FormDraft } from '#lib/people/drafts'
import { type Question, questionKinds, yesNo } from '#lib/questionnaires/question'
import { type EntryState, listIn, textIn } from '../../form-values.ts'
import { worryMark } from './template-edits.ts'

/** One question: its words, how it is answered, and which answers are worth a look. `named`: with the set it begins. */
export function TemplateQuestionForm({
  action,
  hidden,
  question,
  sections,
  named = false,
  submitLabel,
  cancelHref,
  draft,
}: {
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  hidden: Readonly<Record<string, string>>
  question: Question | null
  sections: readonly string[]
  named?: boolean
  submitLabel: string
  cancelHref: string
  draft: FormDraft
}) {
  const stored: Readonly<Record<string, string>> = {
    section: question?.section ?? sections[0] ?? '',
    ask: question?.ask ?? '',
    why: question?.why ?? '',
    kind: question?.kind ?? 'yes-no',
    options: (question?.options ?? [])
      .map(({ value, label }) => `${question?.worrying.includes(value) ? `${worryMark} ` : ''}${label}`)
      .join('\n'),
    unit: question?.unit ?? '',
    worryAbove: question?.worryAbove === null || !question ? '' : String(question.worryAbove),
  }
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, { values }: EntryState) => {
        const field = (name: string) => ({
          name,
          defaultValue: values ? textIn(values, name) : (stored[name] ?? ''),
          error: errors[name],
        })
        return (
          <>
            <DraftKeeper form={draft.form} basis={hidden['version'] ?? ''} draft={draft.kept} />
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {named ? (
              <FormSection title="What is it called?">
                <TextField {...field('name')} label="Name" width="half" required />
                <TextField {...field('about')} label="For which vendors?" />
              </FormSection>
            ) : null}
            <FormSection title={named ? 'The first question' : 'The question'}>
              <TextArea {...field('ask')} label="Question" limit={600} watchPhi={false} required />
              <TextArea
                {...field('why')}
                label="Why you ask"
                hint="A sentence. The vendor reads it too."
                limit={400}
                watchPhi={false}
              />
              <TextField
                {...field('section')}
                label="Under which heading?"
                suggestions={sections}
                width="half"
                required
              />
            </FormSection>
            <FormSection title="How is it answered?">
              <Select {...field('kind')} label="Answer" options={questionKinds} width="half" required />
              <TextArea
                {...field('options')}
                label="Answers to choose from"
                hint={`Only for one of several answers. One on each line; begin a line with ${worryMark} when that answer is worth a look.`}
                watchPhi={false}
              />
              <TextField
                {...field('unit')}
                label="What the number counts"
                hint="Only for a number: days, people, percent."
                width="short"
              />
              <Checkbox
                name="takesFile"
                label="A file can be added"
                defaultChecked={values ? textIn(values, 'takesFile') === 'on' : question?.takesFile}
              />
            </FormSection>
            <FormSection title="Which answers are worth a look?">
              <CheckboxGroup
                name="worrying[]"
                id="worrying"
                label="Of yes and no"
                options={yesNo}
                columns={3}
                defaultValue={values ? listIn(values, 'worrying[]') : question?.worrying}
                error={errors['worrying']}
              />
              <TextField
                {...field('worryAbove')}
                label="Above"
                hint="A number greater than this, or a day more than this many months ago."
                inputMode="numeric"
                width="short"
              />
            </FormSection>
            <FormActions note="What you type is kept until you save or discard it.">
              <SubmitButton>{submitLabel}</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
