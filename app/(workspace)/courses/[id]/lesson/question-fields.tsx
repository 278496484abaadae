import type { FieldErrors } from '#components/form/action-form'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { fewestOptions, mostOptions } from '#lib/courses/lesson-limits'
import type { CheckQuestion } from '#lib/law/lessons/lesson'

/** One question: what is asked, what can be answered, what is right, and why. */
export function QuestionFields({
  question: { key, ask, options },
  number,
  english,
  typed,
  errors,
}: {
  question: CheckQuestion
  number: number
  /** What to translate from; null for English itself. */
  english: CheckQuestion | null
  /** What was typed in a field before a refusal, else what is stored. */
  typed: (name: string, stored: string) => string
  errors: FieldErrors
}) {
  const name = `questions.${key}`
  const right = typed(`${name}.right`, options.find((option) => option.right)?.key ?? '')
  const field = (at: string, stored: string) => ({
    name: `${name}.${at}`,
    defaultValue: typed(`${name}.${at}`, stored),
    error: errors[`${name}.${at}`],
  })
  return (
    <fieldset className="question-box" id={`question-${key}`} tabIndex={-1}>
      <legend>Question {number}</legend>
      <TextArea
        {...field('ask', ask)}
        label="What is asked?"
        hint={english?.ask}
        rows={2}
        limit={1000}
        required
      />
      {options.map((option, at) => (
        <div className="option-box" key={option.key}>
          {english ? (
            <p className="text-muted">{option.right ? 'This answer is right.' : 'This answer is wrong.'}</p>
          ) : (
            <label className="choice">
              <input
                type="radio"
                name={`${name}.right`}
                value={option.key}
                defaultChecked={right === option.key}
              />
              <span>Answer {at + 1} is right</span>
            </label>
          )}
          <TextField
            {...field(`options.${option.key}.text`, option.text)}
            label={`Answer ${at + 1}`}
            hint={english?.options.find((one) => one.key === option.key)?.text}
            required
          />
          <TextField
            {...field(`options.${option.key}.why`, option.why)}
            label={`Why answer ${at + 1} is right or wrong`}
            hint={english?.options.find((one) => one.key === option.key)?.why}
            required
          />
          {!english && options.length > fewestOptions ? (
            <div className="actions">
              <SubmitButton
                variant="quiet"
                size="small"
                name="deed"
                value={`remove-option:${key}.${option.key}`}
              >
                Take answer {at + 1} away
              </SubmitButton>
            </div>
          ) : null}
        </div>
      ))}
      {english ? null : (
        <div className="actions">
          {options.length < mostOptions ? (
            <SubmitButton variant="secondary" size="small" name="deed" value={`add-option:${key}`}>
              Add an answer
            </SubmitButton>
          ) : null}
          <SubmitButton variant="quiet" size="small" name="deed" value={`remove-question:${key}`}>
            Take question {number} away
          </SubmitButton>
        </div>
      )}
    </fieldset>
  )
}
