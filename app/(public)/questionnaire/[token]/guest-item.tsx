'use client'

import { useState } from 'react'
import { RadioGroup } from '#components/form/choices'
import { DateField } from '#components/form/date-field'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import type { GuestQuestion } from '#lib/questionnaires/guest'
import { choicesOf, inWords } from '#lib/questionnaires/question'
import { GuestFiles } from './guest-files.tsx'
import type { Hearer } from './keep-answers.ts'

/** One question with everything that can be said to it. */
export function GuestItem({
  token,
  item,
  error,
  state,
  files,
  ...hearer
}: Hearer & {
  token: string
  item: GuestQuestion
  error: string | undefined
  state: { says: string; wrong: boolean } | undefined
  files: string
}) {
  const { question, before } = item
  const [confirmed, setConfirmed] = useState(item.confirmed)
  // What was confirmed stands above, and would look like a second answer below.
  const [value, note] = item.confirmed ? ['', ''] : [item.value, item.note]
  const field = {
    name: `value.${question.key}`,
    label: question.ask,
    why: question.why,
    error,
    // "Optional" would be the wrong word: a note does instead of an answer.
    required: true,
    defaultValue: value,
  }
  const choices = choicesOf(question)
  const id = `question-${question.key}`
  return (
    <div className="guest-question" id={id}>
      {choices.length > 0 ? (
        <RadioGroup {...field} options={choices} stacked={question.kind === 'choice'} />
      ) : question.kind === 'date' ? (
        <DateField {...field} />
      ) : question.kind === 'text' ? (
        <TextArea {...field} limit={8000} />
      ) : question.kind === 'number' ? (
        <TextField
          {...field}
          hint={question.unit ? `In ${question.unit}.` : undefined}
          inputMode="decimal"
          width="short"
        />
      ) : (
        <div>
          <p className="field-label">{question.ask}</p>
          <p className="field-why">{question.why}</p>
        </div>
      )}
      {before ? (
        <div className="guest-before">
          <p>
            <strong>Last time: </strong>
            {inWords(question, before.value) || (before.note ? '' : 'a file')}
            {before.note ? ` “${before.note}”` : ''}
            {before.files.length > 0 ? ` (${before.files.join(', ')})` : ''}
          </p>
          {before.sameQuestion ? null : <p>The question was reworded since.</p>}
          <label className="choice">
            <input
              type="checkbox"
              name={`confirmed.${question.key}`}
              value="yes"
              defaultChecked={item.confirmed}
              onChange={(event) => setConfirmed(event.target.checked)}
              aria-describedby={id}
            />
            <span>This is still right</span>
          </label>
        </div>
      ) : null}
      <TextArea
        name={`note.${question.key}`}
        label={<span className="font-normal">Note</span>}
        rows={confirmed ? 1 : 2}
        limit={4000}
        defaultValue={note}
      />
      {question.takesFile ? (
        <GuestFiles token={token} question={question.key} attached={item.files} hint={files} {...hearer} />
      ) : null}
      <p className="guest-state" role="status" data-wrong={state?.wrong || undefined}>
        {state?.says ?? (item.isAnswered ? 'Saved' : '')}
      </p>
    </div>
  )
}
