'use client'

import { useContext, useEffect, useRef, useState } from 'react'
import type { KeptDraft } from '#lib/people/drafts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { fillFields, readFields } from './draft-fields.ts'
import { FormAnswerContext } from './form-answer.ts'

const SAVE_AFTER_MS = 1500
/** Tells the action that saves the form which draft it drops. */
const draftField = '$draft'

/**
 * Saves the form's fields a moment after the last key, and says whether there is still somebody signed in. Sending the form
 * cancels what is on its way; without a session it would lose what was typed, so that is asked again first. Returns the
 * end of it.
 */
function keepFields(form: HTMLFormElement, key: string, basis: string, tell: (signedOut: boolean) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined
  let signedOut = false
  const save = async () => {
    underWay?.abort()
    underWay = new AbortController()
    const body = JSON.stringify({ form: key, basis, values: readFields(form) })
    // A draft that cannot be kept must not get in the way of typing.
    const answer = await fetch('/api/drafts', { method: 'PUT', body, signal: underWay.signal }).catch(
      () => null,
    )
    if (!answer || (answer.status === 401) === signedOut) return
    signedOut = !signedOut
    tell(signedOut)
  }
  const cancel = () => {
    clearTimeout(timer)
    underWay?.abort()
  }
  const onInput = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), SAVE_AFTER_MS)
  }
  const onSubmit = (event: SubmitEvent) => {
    cancel()
    if (!signedOut) return
    event.preventDefault()
    void save().then(() => {
      if (!signedOut) form.requestSubmit(event.submitter)
    })
  }
  form.addEventListener('input', onInput)
  form.addEventListener('change', onInput)
  form.addEventListener('submit', onSubmit)
  return () => {
    clearTimeout(timer)
    form.removeEventListener('input', onInput)
    form.removeEventListener('change', onInput)
    form.removeEventListener('submit', onSubmit)
  }
}

/**
 * Put inside a form: keeps what is typed (never passwords or files) while it is typed, and gives it back when the form is
 * opened again, after a time-out say. `form` names the form ('ai-system/new'), `basis` is the version of the record it
 * edits. The action that saves the form drops the draft.
 */
export function DraftKeeper({
  form,
  basis: given = '',
  draft,
}: {
  form: string
  basis?: string
  draft: KeptDraft | null
}) {
  const place = useRef<HTMLDivElement>(null)
  const { answered, version } = useContext(FormAnswerContext)
  const basis = version === undefined ? given : String(version)
  const isFresh = draft === null || draft.basis === basis
  const [signedOut, setSignedOut] = useState(false)
  const [shown, setShown] = useState(draft === null ? null : isFresh ? 'restored' : 'offered')
  // Once sent, the form holds what was typed last: an older draft has nothing to say any more.
  const values = answered ? undefined : draft?.values
  useEffect(() => {
    const element = place.current?.closest('form')
    if (!element) return
    if (values && isFresh) fillFields(element, values)
    return keepFields(element, form, basis, setSignedOut)
  }, [form, basis, values, isFresh])
  useEffect(() => {
    const element = place.current?.closest('form')
    if (shown !== 'offered' || !element) return
    // Restoring after this would take away what is being typed.
    const withdraw = () => setShown(null)
    element.addEventListener('input', withdraw)
    return () => element.removeEventListener('input', withdraw)
  }, [shown])

  const restore = () => {
    const element = place.current?.closest('form')
    if (element && values) fillFields(element, values)
    setShown('restored')
  }
  const said = answered ? null : shown
  const discard = async () => {
    await fetch(`/api/drafts?form=${encodeURIComponent(form)}`, { method: 'DELETE' })
    location.reload()
  }
  return (
    <div
      ref={place}
      className={said || signedOut ? undefined : 'hidden'}
      data-unsaved={signedOut || undefined}
    >
      <input type="hidden" name={draftField} value={form} />
      {signedOut ? (
        <Callout tone="danger" live title="You are signed out, so what you type is no longer kept.">
          <p>
            <a href="/sign-in" target="_blank" rel="noopener">
              Sign in again in a new tab
            </a>
            , then go on here: nothing on this page is lost until you leave it.
          </p>
        </Callout>
      ) : null}
      {said === 'restored' ? (
        <Callout live title={`Restored what you typed at ${draft?.typedAt ?? ''}.`}>
          <p>It is not saved yet.</p>
          <p className="callout-actions">
            <Button size="small" onClick={() => void discard()}>
              Discard it
            </Button>
          </p>
        </Callout>
      ) : null}
      {said === 'offered' ? (
        <Callout tone="attention" live title={`You typed something here at ${draft?.typedAt ?? ''}.`}>
          <p>
            Since then this was changed, by you or somebody else. Restoring puts your text in place of theirs.
          </p>
          <p className="callout-actions">
            <Button size="small" onClick={restore}>
              Restore it
            </Button>
            <Button size="small" onClick={() => void discard()}>
              Discard it
            </Button>
          </p>
        </Callout>
      ) : null}
    </div>
  )
}
