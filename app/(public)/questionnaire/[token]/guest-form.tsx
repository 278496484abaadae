'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ActionForm } from '#components/form/action-form'
import { Checkbox } from '#components/form/choices'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextField } from '#components/form/text-field'
import { ProgressBar } from '#components/ui/progress-bar'
import type { GuestQuestion } from '#lib/questionnaires/guest'
import { finishForm } from './actions.ts'
import { GuestItem } from './guest-item.tsx'
import { keepAnswers } from './keep-answers.ts'

/** All questions on one page, each saved by itself, and the signature at the end. */
export function GuestForm({
  token,
  items,
  types,
  megabytes,
}: {
  token: string
  items: readonly GuestQuestion[]
  /** What files may be, in words. */
  types: string
  megabytes: number
}) {
  const [answered, setAnswered] = useState(items.filter((item) => item.isAnswered).length)
  const place = useRef<HTMLDivElement>(null)
  const saved = useRef<HTMLInputElement>(null)
  const [states, setStates] = useState<Readonly<Record<string, { says: string; wrong: boolean }>>>({})
  const tell = useCallback(
    (question: string, says: string, wrong = false) =>
      setStates((before) => ({ ...before, [question]: { says, wrong } })),
    [],
  )
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    return keepAnswers(form, token, { tell, progress: setAnswered })
  }, [token, tell])
  useEffect(() => {
    // A hidden field's value is its attribute, which every drawing of the form empties again.
    if (saved.current) saved.current.value = 'yes'
  })
  const sections = Map.groupBy(items, ({ question }) => question.section)
  return (
    <ActionForm action={finishForm.bind(null, token)} initial={{}} errorTitle="It is not submitted yet">
      {(errors) => (
        <>
          <div ref={place} className="guest-progress">
            <ProgressBar label="Answered" done={answered} total={items.length} />
          </div>
          <input type="hidden" name="saved" defaultValue="" ref={saved} />
          {[...sections].map(([title, asked]) => (
            <FormSection key={title} title={title}>
              {asked.map((item) => (
                <GuestItem
                  key={item.question.key}
                  token={token}
                  item={item}
                  error={errors[`value.${item.question.key}`]}
                  state={states[item.question.key]}
                  tell={tell}
                  progress={setAnswered}
                  files={`${types}. At most ${megabytes} MB each.`}
                />
              ))}
            </FormSection>
          ))}
          <FormSection
            title="Sign and submit"
            lede="After this you can read your answers here, but no longer change them."
          >
            <TextField name="name" label="Your name" autoComplete="name" error={errors['name']} required />
            <TextField
              name="title"
              label="What you are at your company"
              autoComplete="organization-title"
              error={errors['title']}
              required
            />
            <Checkbox
              name="stated"
              label="I may answer for my company, and to the best of my knowledge these answers are true."
              error={errors['stated']}
              required
            />
          </FormSection>
          <FormActions inPlace>
            <SubmitButton pendingLabel="Submitting…">Sign and submit</SubmitButton>
            <noscript>
              <button type="submit" className="btn btn-secondary" name="intent" value="save">
                Save and go on later
              </button>
            </noscript>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
