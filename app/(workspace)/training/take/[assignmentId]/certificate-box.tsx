'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { fillIn } from '#lib/base/fill-in'
import type { Words } from '#lib/training/words-en'

type Told = { ok: true; fileName: string } | { ok: false; message: string }

/** The certificate of a course held elsewhere: it goes out as soon as it is chosen. */
export function CertificateBox({
  href,
  words,
  fileName,
  hint,
}: {
  href: string
  words: Words
  fileName: string | null
  hint: string
}) {
  const id = useId()
  const router = useRouter()
  const [state, setState] = useState<{ says: string; wrong: boolean; busy: boolean }>({
    says: fileName ? fillIn(words.certificateThere, { file: fileName }) : '',
    ...{ wrong: false, busy: false },
  })
  const send = async (file: File | undefined) => {
    if (!file) return
    setState({ says: words.certificateSending, wrong: false, busy: true })
    const body = new FormData()
    body.set('file', file)
    const told = await fetch(href, { method: 'POST', body })
      .then((answer) => answer.json() as Promise<Told>)
      .catch((): Told => ({ ok: false, message: words.offline }))
    setState({
      says: told.ok ? fillIn(words.certificateThere, { file: told.fileName }) : told.message,
      ...{ wrong: !told.ok, busy: false },
    })
    if (told.ok) router.refresh()
  }
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {words.certificate}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        className="control"
        type="file"
        accept="application/pdf,image/png,image/jpeg"
        disabled={state.busy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          void send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <p role="status" className="take-saving" data-wrong={state.wrong || undefined}>
        {/* The server refuses a file in English. */}
        <span lang={state.wrong && state.says !== words.offline ? 'en' : undefined}>{state.says}</span>
      </p>
    </div>
  )
}
