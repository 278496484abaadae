import type { Content } from '#lib/assessments/content'
import { maturityInWords, method } from '#lib/assessments/maturity'
import { type AnswerValue, answerOptions } from '#lib/assessments/options'
import { dayIn, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { type RequirementStatus, requirementStatusLabels } from '#lib/law/framework'
import { maturityOfParts } from '../../maturity-table.tsx'

const statusOf = (status: string) => requirementStatusLabels[status as RequirementStatus] ?? status

/** Every question with its answer, who gave it and when, part by part, and what was not asked and why. */
export function ReportAnswers({ content, timeZone }: { content: Content; timeZone: string }) {
  const { questions, findings, template } = content
  const riskOf = Map.groupBy(findings, ({ question }) => question)
  const skipped = questions.filter((question) => question.skipped !== null)
  const shares = maturityOfParts(
    template.parts,
    questions.map(({ part, skipped, answer }) => ({ part, skipped, answer: answer as AnswerValue | null })),
  )
  return (
    <section>
      <h2>7. Answers</h2>
      <table>
        <caption>In short</caption>
        <tbody>
          {shares.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.title}</th>
              <td>{row.share === null ? 'Too few to say' : `${row.share} %`}</td>
              <td>{maturityInWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="report-note">{method}</p>
      {template.parts.map(({ key, title }) => {
        const asked = questions.filter((question) => question.part === key && question.skipped === null)
        if (asked.length === 0) return null
        return (
          <table key={key}>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Answer</th>
                <th scope="col">Note</th>
                <th scope="col">Who and when</th>
              </tr>
            </thead>
            <tbody>
              {asked.map((question) => (
                <tr key={question.key}>
                  <th scope="row">
                    {question.text}
                    <span className="report-pair">
                      {question.citation}. {statusOf(question.status)}.
                    </span>
                  </th>
                  <td>
                    {question.answer === null ? 'Not answered' : optionLabel(answerOptions, question.answer)}
                    {riskOf.get(question.key)?.map(({ risk }) => (
                      <span key={risk} className="report-pair">
                        {risk}
                      </span>
                    ))}
                  </td>
                  <td className="report-words">{question.note}</td>
                  <td>
                    {question.answeredBy}
                    {question.answeredAt ? (
                      <span className="report-pair">{dayOfAnswer(timeZone, question.answeredAt)}</span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
      {skipped.length > 0 ? (
        <table>
          <caption>{count(skipped.length, 'question')} not asked</caption>
          <tbody>
            {skipped.map(({ key, text, skipped }) => (
              <tr key={key}>
                <th scope="row">{text}</th>
                <td>{skipped}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function dayOfAnswer(timeZone: string, at: string): string {
  return formatDay(dayIn(timeZone, new Date(at)))
}
