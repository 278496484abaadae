'use client'

import { useEffect, useRef, useState } from 'react'
import { type FlowContradiction, flowContradictions } from '#lib/ai-systems/flow-checks'
import { optionLabel } from '#lib/kernel/table'
import { identifiers } from '#lib/law/identifiers'

function contradictionsIn(form: HTMLFormElement): FlowContradiction[] {
  const data = new FormData(form)
  const list = (name: string) =>
    data
      .getAll(name)
      .filter((value) => typeof value === 'string' && value !== '')
      .map(String)
  const text = (name: string) => list(name)[0] ?? ''
  const flow = {
    identifiers: list('identifiers[]'),
    clinicalClasses: list('clinicalClasses[]'),
    deidentification: text('deidentification'),
    trainsModel: text('trainsModel'),
    authorization: text('authorization'),
  }
  return flowContradictions(flow, (value) => optionLabel(identifiers, value))
}

/** Says under a question, while the form is filled in, what does not fit together. */
export function FlowNotes({ field }: { field: FlowContradiction['field'] }) {
  const place = useRef<HTMLDivElement>(null)
  const [notes, setNotes] = useState<readonly FlowContradiction[]>([])
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const look = () => setNotes(contradictionsIn(form).filter((note) => note.field === field))
    look()
    form.addEventListener('input', look)
    return () => form.removeEventListener('input', look)
  }, [field])
  return (
    <div ref={place} role="status">
      {notes.map(({ says, blocks }) => (
        <p key={says} className={`phi-warning ${blocks ? 'tone-danger text-danger' : 'tone-attention'}`}>
          <span className="tone-icon" aria-hidden="true" />
          <span>{says}</span>
        </p>
      ))}
    </div>
  )
}
