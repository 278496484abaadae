'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button'
import { type Hearer, told } from './keep-answers.ts'

/** The files of one question: each goes out as soon as it is chosen. */
export function GuestFiles({
  token,
  question,
  attached,
  hint,
  tell,
  progress,
}: Hearer & {
  token: string
  question: string
  attached: readonly { id: string; fileName: string }[]
  hint: string
}) {
  const [busy, setBusy] = useState(false)
  const [files, setFiles] = useState(attached)
  const path = `/questionnaire/${token}/file`
  const id = `file-${question}`
  const settle = async (request: Promise<Response>, doing: string) => {
    setBusy(true)
    tell(question, doing)
    const answer = await told(request)
    setBusy(false)
    if (!answer.ok) return tell(question, answer.message, true)
    progress(answer.value.answered)
    setFiles(answer.value.files ?? [])
    tell(question, 'Saved')
  }
  const send = (file: File | undefined) => {
    if (!file) return
    const body = new FormData()
    body.set('file', file)
    void settle(
      fetch(`${path}?question=${encodeURIComponent(question)}`, { method: 'POST', body }),
      'Sending the file…',
    )
  }
  const remove = (fileId: string) =>
    void settle(fetch(`${path}?file=${fileId}`, { method: 'DELETE' }), 'Taking the file back…')
  return (
    <div>
      {files.length > 0 ? (
        <ul className="guest-files">
          {files.map((file) => (
            <li key={file.id}>
              {file.fileName}
              <Button size="small" disabled={busy} onClick={() => remove(file.id)}>
                Take back
                <span className="sr-only">: {file.fileName}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <label className="field-label" htmlFor={id}>
        Add a file
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        className="control control-half"
        type="file"
        disabled={busy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
