import { StatusBadge } from '#components/ui/badge'
import type { Item } from '#lib/assessments/item'
import { answerOptions } from '#lib/assessments/options'
import { dayIn, formatDay } from '#lib/base/days'
import { sourceOf } from './shown-question.ts'
import '../../../components/table/rows.css'

/** An answer as a word with its tone. */
export function AnswerBadge({ answer }: { answer: string }) {
  const option = answerOptions.find(({ value }) => value === answer)
  return option ? <StatusBadge tone={option.tone}>{option.label}</StatusBadge> : <>{answer}</>
}

/** Questions with their answers, to read. */
export function GivenAnswers({ items, timeZone }: { items: readonly Item[]; timeZone: string }) {
  return (
    <div className="list-wrap">
      <table className="table list-table assessment-answers">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answer</th>
            <th scope="col">Note</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <th scope="row">
                {item.text}
                <span className="block text-muted">{sourceOf(item)}</span>
              </th>
              <td data-label="Answer">
                {item.given ? <AnswerBadge answer={item.given.answer} /> : 'Not answered'}
              </td>
              <td data-label="Note" className="asked-note">
                {item.given?.note}
              </td>
              <td data-label="By">
                {item.given
                  ? `${item.given.answeredByName}, ${formatDay(dayIn(timeZone, item.given.answeredAt))}`
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Questions that have nothing to ask about, each with the reason. */
export function SkippedQuestions({ items }: { items: readonly Item[] }) {
  return (
    <ul className="skipped">
      {items.map(({ key, text, skipped }) => (
        <li key={key}>
          {text} <span className="text-muted">{skipped}</span>
        </li>
      ))}
    </ul>
  )
}
