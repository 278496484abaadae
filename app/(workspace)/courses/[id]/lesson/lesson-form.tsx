'use client'

import { ActionForm } from '#components/form/action-form'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { longestBody, mostQuestions } from '#lib/courses/lesson-limits'
import type { Language, LessonText } from '#lib/law/lessons/lesson'
import type { FormDraft } from '#lib/people/drafts'
import { textIn } from '../../../form-values.ts'
import { saveDraftAction } from '../../lesson-actions.ts'
import { type LessonFileChoice, LessonFiles } from './lesson-files.tsx'
import { LessonMarks } from './lesson-marks.tsx'
import { LessonPackage } from './lesson-package.tsx'
import { QuestionFields } from './question-fields.tsx'

/** The text and the questions of a lesson in one language. Each button saves everything, so that none needs script. */
export function LessonForm({
  id,
  version,
  language,
  text,
  english,
  isThere,
  files,
  addFileHref,
  packageHref,
  packageTitle,
  draft,
  cancelHref,
}: {
  id: string
  version: number
  language: Language
  text: LessonText
  /** What to translate from; null for English itself. */
  english: LessonText | null
  /** Whether there is a text in this language yet. */
  isThere: boolean
  files: readonly LessonFileChoice[]
  addFileHref: string
  packageHref: string
  /** Of the package that plays below the text; null when none does. */
  packageTitle: string | null
  draft: FormDraft
  cancelHref: string
}) {
  return (
    <ActionForm action={saveDraftAction} initial={{}}>
      {(errors, state) => {
        const typed = (name: string, stored: string) => (state.values ? textIn(state.values, name) : stored)
        return (
          <>
            {/* The first button of a form is what the Enter key presses. */}
            <button type="submit" className="hidden" tabIndex={-1}>
              Save
            </button>
            <DraftKeeper form={draft.form} basis={String(version)} draft={draft.kept} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={state.version ?? version} />
            <input type="hidden" name="language" value={language} />
            <FormSection title="What do people read?">
              <TextField
                name="title"
                label="Title"
                hint={english?.title}
                defaultValue={typed('title', text.title)}
                error={errors.title}
                required
              />
              <div className="lesson-text">
                <TextArea
                  name="body"
                  label="Text"
                  hint="Short paragraphs, a situation people know, and what to do. No patients."
                  rows={18}
                  limit={longestBody}
                  defaultValue={typed('body', text.body)}
                  error={errors.body}
                  required={packageTitle === null}
                />
              </div>
              <LessonMarks />
              {english ? (
                <details>
                  <summary>The English text</summary>
                  <p className="mt-2 whitespace-pre-line">{english.body}</p>
                </details>
              ) : null}
              <LessonFiles files={files} addFileHref={addFileHref} />
              <LessonPackage title={packageTitle} href={packageHref} />
            </FormSection>
            <FormSection
              title="Check questions"
              id="questions"
              lede={
                english
                  ? 'The English text says which questions there are and what is right.'
                  : 'Ask what somebody would do, not what they remember. Each answer says why it is right or wrong.'
              }
            >
              {text.questions.map((question, at) => (
                <QuestionFields
                  key={question.key}
                  question={question}
                  number={at + 1}
                  english={english?.questions.find(({ key }) => key === question.key) ?? null}
                  typed={typed}
                  errors={errors}
                />
              ))}
              {text.questions.length === 0 ? (
                <p className="text-muted">
                  {english ? 'The English text has none.' : 'None yet. Three to five are enough.'}
                </p>
              ) : null}
              {!english && text.questions.length < mostQuestions ? (
                <div className="actions">
                  <SubmitButton variant="secondary" name="deed" value="add-question">
                    Add a question
                  </SubmitButton>
                </div>
              ) : null}
            </FormSection>
            <FormActions note="What you type is kept until you save or discard it. Nobody is taught it before you publish it.">
              <SubmitButton>Save</SubmitButton>
              <SubmitButton variant="secondary" name="then" value="preview">
                Save and preview
              </SubmitButton>
              {english && isThere ? (
                <SubmitButton variant="secondary" name="deed" value="remove-language">
                  Leave this language out
                </SubmitButton>
              ) : null}
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
