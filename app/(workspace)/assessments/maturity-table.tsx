import { type Maturity, maturityInWords, method } from '#lib/assessments/maturity'

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
