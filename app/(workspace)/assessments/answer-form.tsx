'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '#components/form/action-form'
import { FormActions } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { ButtonLink } from '#components/ui/button'
import { ProgressBar } from '#components/ui/progress-bar'
import type { EntryState } from '../form-values.ts'
import { type Keeper, keepAnswers, type Told } from './keep-answers.ts'
import { QuestionFields, type ShownQuestion } from './question-fields.tsx'

/** Questions that are saved as they are answered: one, or those of a part under each other. */
export function AnswerForm({
  id,
  questions,
  isBrief = false,
  asked,
  answered: before,
  action,
  nextHref,
  nextLabel,
  back,
}: {
  id: string
  questions: readonly ShownQuestion[]
  /** Many under each other: what not everybody needs is folded away. */
  isBrief?: boolean
  asked: number
  answered: number
  /** For browsers without script. */
  action: (state: EntryState, form: FormData) => Promise<EntryState>
  nextHref: string
  nextLabel: string
  back: { href: string; label: string }
}) {
  const router = useRouter()
  const place = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper>(null)
  const [answered, setAnswered] = useState(before)
  const [told, setTold] = useState<Readonly<Record<string, Told>>>({})
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const kept = keepAnswers(form, id, {
      tell: (question, says) => setTold((all) => ({ ...all, [question]: says })),
      progress: (saved) => setAnswered(saved.answered),
      leave: () => router.push(nextHref),
    })
    keeper.current = kept
    return kept.stop
  }, [id, nextHref, router])
  return (
    <ActionForm action={action} initial={{}}>
      {(errors) => (
        <>
          <div ref={place} className="asked-progress">
            <ProgressBar label="Answered" done={answered} total={asked} />
          </div>
          {questions.map((question) => (
            <QuestionFields
              key={question.key}
              question={question}
              isBrief={isBrief}
              told={told[question.key]}
              error={errors[`answer.${question.key}`]}
              noteError={errors[`note.${question.key}`]}
              onConfirm={() => {
                keeper.current?.confirm(question.key)
                if (!isBrief) place.current?.closest('form')?.requestSubmit()
              }}
              onTheirs={(theirs) => keeper.current?.takeTheirs(question.key, theirs)}
              onMine={(theirs) => keeper.current?.keepMine(question.key, theirs)}
            />
          ))}
          <FormActions>
            <SubmitButton>{nextLabel}</SubmitButton>
            <ButtonLink href={back.href}>{back.label}</ButtonLink>
          </FormActions>
        </>
      )}
    </ActionForm>
  )
}
