import { RadioGroup } from '#components/form/choices'
import { TextArea } from '#components/form/text-area'
import { Button } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import type { Theirs, Told } from './keep-answers.ts'

/** One question as the browser gets it: words only. */
export interface ShownQuestion {
  key: string
  text: string
  says: string
  good: string
  /** “GOVERN 1.1, voluntary”. */
  source: string
  options: readonly { value: string; label: string }[]
  answer: string
  note: string
  /** When the answer was given; empty while there is none. */
  seen: string
  /** “Dana Whitfield, Nov 20, 2026”. */
  by: string
  carriedOver: boolean
}

/** One question with its answer, its note and what became of saving it. */
export function QuestionFields({
  question,
  told,
  error,
  noteError,
  onConfirm,
  onTheirs,
  onMine,
}: {
  question: ShownQuestion
  told: Told | undefined
  error: string | undefined
  noteError: string | undefined
  onConfirm: () => void
  onTheirs: (theirs: Theirs) => void
  onMine: (theirs: Theirs) => void
}) {
  const { key, carriedOver } = question
  const theirs = told?.theirs
  const label = question.options.find(({ value }) => value === theirs?.answer)?.label
  return (
    <div className="asked" id={`question-${key}`}>
      <RadioGroup
        name={`answer.${key}`}
        label={question.text}
        hint={question.source}
        why={<GoodLooks question={question} />}
        options={question.options}
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
      <TextArea
        name={`note.${key}`}
        label="Note"
        rows={2}
        limit={4000}
        defaultValue={question.note}
        error={noteError}
      />
      {carriedOver && told?.says !== 'Saved' ? (
        <p>
          <Button size="small" icon="check" onClick={onConfirm}>
            This is still right
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

function GoodLooks({ question: { says, good } }: { question: ShownQuestion }) {
  return (
    <>
      {says ? <span>{says} </span> : null}
      <span>
        <strong>What good looks like: </strong>
        {good}
      </span>
    </>
  )
}
