import { type InputEvent, useState } from 'react'
import { RadioGroup } from '#components/form/choices'
import { TextArea } from '#components/form/text-area'
import { Button } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { Icon } from '#components/ui/icon'
import type { Theirs, Told } from './keep-answers.ts'

/** One question as the browser gets it: words only. */
export interface ShownQuestion {
  key: string
  text: string
  says: string
  good: string
  /** “GOVERN 1.1, voluntary”. */
  source: string
  options: readonly { value: string; label: string; wants: boolean }[]
  /** What the register says about it already, a line each. */
  register: readonly string[]
  answer: string
  note: string
  /** When the answer was given; empty while there is none. */
  seen: string
  /** “Dana Whitfield, Nov 20, 2026”. */
  by: string
  carriedOver: boolean
}

/** One question with its answer, its note and what became of saving it; `isBrief` folds away what not everybody needs. */
export function QuestionFields({
  question,
  isBrief,
  told,
  error,
  noteError,
  onConfirm,
  onTheirs,
  onMine,
}: {
  question: ShownQuestion
  isBrief: boolean
  told: Told | undefined
  error: string | undefined
  noteError: string | undefined
  onConfirm: () => void
  onTheirs: (theirs: Theirs) => void
  onMine: (theirs: Theirs) => void
}) {
  const { key, carriedOver } = question
  const [answer, setAnswer] = useState(question.answer)
  const theirs = told?.theirs
  const label = question.options.find(({ value }) => value === theirs?.answer)?.label
  const wants = question.options.some((option) => option.value === answer && option.wants)
  const onInput = ({ target }: InputEvent<HTMLDivElement>) => {
    if (target instanceof HTMLInputElement && target.type === 'radio') setAnswer(target.value)
  }
  const note = (
    <TextArea
      name={`note.${key}`}
      label="Note"
      rows={2}
      limit={4000}
      defaultValue={question.note}
      error={noteError}
    />
  )
  return (
    <div className={isBrief ? 'asked is-brief' : 'asked'} id={`question-${key}`} onInput={onInput}>
      <RadioGroup
        name={`answer.${key}`}
        label={question.text}
        hint={question.source}
        why={isBrief ? undefined : <GoodLooks good={question.good} />}
        options={question.options.map(({ value, label: word }) => ({ value, label: word }))}
        defaultValue={question.answer}
        error={error}
        required
      />
      <input type="hidden" name={`seen.${key}`} value={question.seen} />
      {/* What is to be confirmed is sent even as it is. */}
      <input
        type="hidden"
        name={`was.${key}`}
        value={carriedOver ? 'carried over' : `${question.answer} ${question.note}`}
      />
      <InRegister lines={question.register} />
      <MeantBy question={question} isBrief={isBrief} />
      {isBrief ? (
        // Whatever is not a plain yes is explained more often than not.
        <details
          className="cite asked-fold"
          open={question.note !== '' || wants || answer === 'not-applicable' || noteError !== undefined}
        >
          <summary>
            <Icon name="chevronRight" />
            Note
          </summary>
          {note}
        </details>
      ) : (
        note
      )}
      {wants ? (
        <p className="field-hint">It is a finding: what is done about it is decided once all is answered.</p>
      ) : null}
      {carriedOver && told?.says !== 'Saved' ? (
        <p>
          <Button size="small" icon="check" onClick={onConfirm}>
            {isBrief ? 'This is still right' : 'This is still right, go on'}
          </Button>
        </p>
      ) : null}
      {theirs ? (
        <Callout
          tone="attention"
          live
          title={`${theirs.answeredBy} answered this while you had it open: “${label ?? theirs.answer}”.`}
        >
          {theirs.note ? <p className="asked-note">{theirs.note}</p> : null}
          <p className="callout-actions">
            <Button size="small" onClick={() => onTheirs(theirs)}>
              Leave theirs
            </Button>
            <Button size="small" onClick={() => onMine(theirs)}>
              Save mine instead
            </Button>
          </p>
        </Callout>
      ) : null}
      <p className="asked-state" role="status" data-wrong={told?.wrong || undefined}>
        {told && !theirs ? told.says : theirs ? '' : stateOf(question)}
      </p>
    </div>
  )
}

function stateOf({ by, carriedOver }: ShownQuestion): string {
  if (by === '') return ''
  return carriedOver ? `From last time: ${by}. Confirm it, or answer anew.` : `Saved: ${by}`
}

function GoodLooks({ good }: { good: string }) {
  return (
    <>
      <strong>What good looks like: </strong>
      {good}
    </>
  )
}

function InRegister({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div className="asked-register">
      <p>In the register:</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** What the question means, on demand: it asks by itself, and forty explanations are a quarter of an hour. */
function MeantBy({ question: { says, good }, isBrief }: { question: ShownQuestion; isBrief: boolean }) {
  if (!says && !isBrief) return null
  return (
    <details className="cite asked-fold">
      <summary>
        <Icon name="chevronRight" />
        {isBrief ? 'What good looks like' : 'What it is about'}
      </summary>
      <div className="cite-body">
        {says ? <p>{says}</p> : null}
        {isBrief ? <p>{good}</p> : null}
      </div>
    </details>
  )
}
