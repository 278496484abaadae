'use client'

import { useContext, useEffect, useRef, useState } from 'react'
import type { KeptDraft } from '#lib/people/drafts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { fillFields, readFields } from './draft-fields.ts'
import { FormAnswerContext } from './form-answer.ts'

const SAVE_AFTER_MS = 1500

/** Saves the form's fields a moment after the last key. Sending the form cancels what is on its way. Returns the end of it. */
function keepFields(form: HTMLFormElement, key: string, basis: string) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined
  const save = () => {
    underWay?.abort()
    underWay = new AbortController()
    const body = JSON.stringify({ form: key, basis, values: readFields(form) })
    // A draft that cannot be kept must not get in the way of typing.
    fetch('/api/drafts', { method: 'PUT', body, signal: underWay.signal }).catch(() => undefined)
  }
  const cancel = () => {
    clearTimeout(timer)
    underWay?.abort()
  }
  const onInput = () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  form.addEventListener('input', onInput)
  form.addEventListener('change', onInput)
  form.addEventListener('submit', cancel)
  return () => {
    clearTimeout(timer)
    form.removeEventListener('input', onInput)
    form.removeEventListener('change', onInput)
    form.removeEventListener('submit', cancel)
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
  const [shown, setShown] = useState(draft === null ? null : isFresh ? 'restored' : 'offered')
  // Once sent, the form holds what was typed last: an older draft has nothing to say any more.
  const values = answered ? undefined : draft?.values
  useEffect(() => {
    const element = place.current?.closest('form')
    if (!element) return
    if (values && isFresh) fillFields(element, values)
    return keepFields(element, form, basis)
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
    <div ref={place} className={said ? undefined : 'hidden'}>
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
