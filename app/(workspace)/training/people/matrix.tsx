import { formatDay } from '#lib/base/days'
import { matrixPath } from '#lib/training/matrix-filter'
import type { MatrixCell, MatrixPage, MatrixRow } from '#lib/training/matrix-queries'
import { type Quarter, quarterName } from '#lib/training/quarter'
import { StateMark, stateWord } from './state-mark.tsx'

/** People by quarters, the newest first; each mark leads to what it stands for. */
export function Matrix({ page: { quarters, rows } }: { page: MatrixPage }) {
  return (
    <div className="table-wrap">
      <table className="table matrix">
        <caption className="sr-only">People and how their training stands in each quarter</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {quarters.map((quarter) => (
              <th key={quarter} scope="col" className="matrix-quarter">
                {quarterName(quarter).slice(0, 2)} <span>{quarter.slice(0, 4)}</span>
              </th>
            ))}
            <th scope="col" className="num">
              Late
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Person key={row.personId} row={row} quarters={quarters} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Person({ row, quarters }: { row: MatrixRow; quarters: readonly Quarter[] }) {
  const href = `${matrixPath}/${row.personId}`
  const { name, jobTitle, active, cells, late, of } = row
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
        <span className="matrix-job">{active ? jobTitle : 'Has left'}</span>
      </th>
      {cells.map((cell, index) => {
        const quarter = quarters[index]
        return quarter ? (
          <td key={quarter} className="matrix-cell">
            <Cell cell={cell} quarter={quarter} href={href} />
          </td>
        ) : null
      })}
      <td className="num">
        {late > 0 ? (
          <a
            href={`${href}#late`}
            aria-label={`Late ${late} of ${of} times`}
            title={`Late ${late} of ${of} times`}
          >
            {late} of {of}
          </a>
        ) : (
          <span className="text-muted">{of > 0 ? `0 of ${of}` : '–'}</span>
        )}
      </td>
    </tr>
  )
}

function Cell({
  cell: { worst, parts },
  quarter,
  href,
}: {
  cell: MatrixCell
  quarter: Quarter
  href: string
}) {
  if (worst === null)
    return (
      <span className="text-muted" title={`${quarterName(quarter)}: nothing was assigned`}>
        <span aria-hidden="true">·</span>
        <span className="sr-only">Nothing assigned</span>
      </span>
    )
  const says = parts
    .map(({ campaign, state, dueOn, signedOn }) => {
      const when = signedOn ? `signed ${formatDay(signedOn)}` : `due ${formatDay(dueOn)}`
      return `${campaign}: ${stateWord(state).toLowerCase()}, ${when}`
    })
    .join('; ')
  return (
    <a href={`${href}#q-${quarter}`} title={says}>
      <StateMark state={worst} />
      <span className="sr-only">{stateWord(worst)}</span>
      {parts.length > 1 ? <span className="matrix-count">{parts.length}</span> : null}
      {parts.length > 1 ? <span className="sr-only"> trainings</span> : null}
    </a>
  )
}
