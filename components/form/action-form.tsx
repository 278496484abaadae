'use client'

import { type ReactNode, useActionState, useEffect, useMemo, useRef } from 'react'
import { ErrorSummary } from './error-summary.tsx'

/** What a server action gives back to its form: a message for the whole form and one (or more) per field name. */
export type FormState = {
  ok?: boolean
  message?: string | undefined
  fields?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
}

/** First message per field name. */
export type FieldErrors = Readonly<Record<string, string | undefined>>

function firstErrors(state: FormState): FieldErrors {
  const entries = Object.entries(state.fields ?? {}).map(
    ([name, found]) => [name, typeof found === 'string' ? found : found?.[0]] as const,
  )
  return Object.fromEntries(entries.filter(([, message]) => message))
}

/**
 * A form on a server action. Keeps what was typed when the answer is "no", puts the errors in a summary that
 * takes the focus, and hands them to the fields. The server checks; the browser's own bubbles stay off.
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
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef(false)
  const errors = useMemo(() => firstErrors(state), [state])
  const summary = useMemo(() => {
    const perField = Object.entries(errors).map(([id, message]) => ({ id, message: message ?? '' }))
    return state.message && !state.ok ? [{ message: state.message }, ...perField] : perField
  }, [errors, state])
  useEffect(() => {
    if (sent.current && !pending && summary.length === 0) form.current?.closest('dialog')?.close()
    sent.current = pending
  }, [pending, summary])
  return (
    // React resets a form after its action; refusing the reset keeps what was typed.
    <form className="form" ref={form} action={send} noValidate onReset={(event) => event.preventDefault()}>
      <ErrorSummary errors={summary} title={errorTitle} />
      {typeof children === 'function' ? children(errors, state) : children}
    </form>
  )
}
