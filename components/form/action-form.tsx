'use client'

import { Fragment, type ReactNode, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import type { Answers } from '#lib/base/merge-answers'
import { ErrorSummary } from './error-summary.tsx'
import { FormAnswerContext } from './form-answer.ts'
import { openedWith } from './opened-with.ts'

/** What a server action gives back to its form: a message for the whole form and one (or more) per field name. */
export type FormState = {
  ok?: boolean
  message?: string | undefined
  fields?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
  /** Somebody else was quicker: the form is drawn anew from both sides, on their version. */
  merged?: { version: number; opened: Answers; clashes: readonly string[] } | undefined
}

/** First message per field name. */
export type FieldErrors = Readonly<Record<string, string | undefined>>

function firstErrors(state: FormState): FieldErrors {
  const entries = Object.entries(state.fields ?? {}).map(
    ([name, found]) => [name, typeof found === 'string' ? found : found?.[0]] as const,
  )
  return Object.fromEntries(entries.filter(([, message]) => message))
}

/** Goes without saying above a list that names the fields. */
const POINTS_BELOW = 'Please check the marked fields.'

/**
 * A form on a server action. Keeps what was typed when the answer is "no", puts the errors in a summary that
 * takes the focus, and hands them to the fields. The server checks; the browser's own bubbles stay off.
 * Says along what it was opened with, so that an answer can tell what this person changed from what somebody else did.
 * Inside a Dialog, a "yes" closes it.
 */
export function ActionForm<State extends FormState>({
  action,
  initial,
  errorTitle,
  children,
}: {
  action: (state: Awaited<State>, data: FormData) => State | Promise<State>
  initial: Awaited<State>
  errorTitle?: string
  children: ReactNode | ((errors: FieldErrors, state: State) => ReactNode)
}) {
  const [state, send, pending] = useActionState(action, initial)
  // Stays through later refusals, which know nothing of it.
  const [merged, setMerged] = useState(state.merged)
  if (state.merged && state.merged !== merged) setMerged(state.merged)
  const form = useRef<HTMLFormElement>(null)
  const opened = useRef<HTMLInputElement>(null)
  const known = useRef('')
  const sent = useRef(false)
  const errors = useMemo(() => firstErrors(state), [state])
  const summary = useMemo(() => {
    const perField = Object.entries(errors).map(([id, message]) => ({ id, message: message ?? '' }))
    const says = state.message && !state.ok && !(state.message === POINTS_BELOW && perField.length > 0)
    return says ? [{ message: state.message ?? '' }, ...perField] : perField
  }, [errors, state])
  useEffect(() => {
    if (sent.current && !pending && summary.length === 0) form.current?.closest('dialog')?.close()
    sent.current = pending
  }, [pending, summary])
  useEffect(() => {
    const answers = merged?.opened ?? (form.current ? openedWith(form.current) : null)
    known.current = answers ? JSON.stringify(answers) : ''
  }, [merged])
  useEffect(() => {
    // A hidden field's value is its attribute, which every drawing of the form empties again.
    if (opened.current) opened.current.value = known.current
  })
  const answer = useMemo(
    () => ({
      answered: state !== initial,
      version: merged?.version,
      overwrites: (merged?.clashes.length ?? 0) > 0,
    }),
    [state, initial, merged],
  )
  return (
    // React resets a form after its action; refusing the reset keeps what was typed.
    <form
      className={merged ? 'form form-merged' : 'form'}
      ref={form}
      action={send}
      noValidate
      onReset={(event) => event.preventDefault()}
    >
      <FormAnswerContext value={answer}>
        <ErrorSummary errors={summary} title={errorTitle} />
        <input type="hidden" name="$opened" defaultValue="" ref={opened} />
        <Fragment key={merged?.version ?? ''}>
          {typeof children === 'function' ? children(errors, state) : children}
        </Fragment>
      </FormAnswerContext>
    </form>
  )
}
