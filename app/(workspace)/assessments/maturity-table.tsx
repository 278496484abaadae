import { type Maturity, maturityInWords, maturityOf, method } from '#lib/assessments/maturity'
import type { AnswerValue } from '#lib/assessments/options'

interface Counted {
  part: string
  skipped: string | null
  answer: AnswerValue | null
}

/** How each part stands. */
export function maturityOfParts(
  parts: readonly { key: string; title: string }[],
  questions: readonly Counted[],
): Maturity[] {
  return parts.flatMap((part) => {
    const asked = questions.filter((one) => one.part === part.key && one.skipped === null)
    return asked.length > 0
      ? maturityOf(
          part,
          asked.map(({ answer }) => answer),
        )
      : []
  })
}

/** How each part stands, with everything that the share was made of. */
export function MaturityTable({ rows, firstColumn }: { rows: readonly Maturity[]; firstColumn: string }) {
  return (
    <>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{firstColumn}</th>
              <th scope="col" className="num">
                Share
              </th>
              <th scope="col">Made of</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.title}</th>
                <td className="num">{row.share === null ? 'Too few to say' : `${row.share} %`}</td>
                <td>{maturityInWords(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-hint">{method}</p>
    </>
  )
}
