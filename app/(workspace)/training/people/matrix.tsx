'use client'
import type { Mark, Marks } from './matrix-marks.ts'
import { StateShapes, StateUse, stateWord, toneOf } from './state-mark.tsx'

const PATH = '/training/people'

/**
 * People by quarters, the newest first; each mark leads to what it stands for. Drawn from `marks` on both sides: sent as drawn,
 * 400 marks are twice in the page, in its HTML and in what React reads, and that is most of what the page costs.
 */
export function Matrix({ marks: { quarters, rows } }: { marks: Marks }) {
  return (
    <div className="table-wrap">
      <StateShapes />
      <table className="table matrix">
        <caption className="sr-only">People and how their training stands in each quarter</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {quarters.map(({ quarter, name }) => (
              <th key={quarter} scope="col" className="matrix-quarter">
                {name.slice(0, 2)} <span>{name.slice(3)}</span>
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

function Person({ row, quarters }: { row: Marks['rows'][number]; quarters: Marks['quarters'] }) {
  const { personId, name, does, marks, late, of } = row
  const href = `${PATH}/${personId}`
  const times = `Late ${late} of ${of} times`
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
        <span className="matrix-job">{does}</span>
      </th>
      {quarters.map(({ quarter, name: quarterName }, index) => {
        const mark = marks[index]
        return (
          <td key={quarter}>
            {mark ? <MarkLink mark={mark} href={`${href}#q-${quarter}`} /> : <NoMark quarter={quarterName} />}
          </td>
        )
      })}
      <td className="num">
        {late > 0 ? (
          <a href={`${href}#late`} aria-label={times} title={times}>
            {`${late} of ${of}`}
          </a>
        ) : (
          <span className="text-muted">{of > 0 ? `0 of ${of}` : '–'}</span>
        )}
      </td>
    </tr>
  )
}

function NoMark({ quarter }: { quarter: string }) {
  return (
    <span className="text-muted" title={`${quarter}: nothing was assigned`}>
      <span aria-hidden="true">·</span>
      <span className="sr-only">Nothing assigned</span>
    </span>
  )
}

function MarkLink({ mark: { state, many, says }, href }: { mark: Mark; href: string }) {
  const word = stateWord(state)
  const several = many > 1
  return (
    <a
      href={href}
      title={says}
      aria-label={several ? `${word}, ${many} trainings` : word}
      className={`tone-${toneOf(state)}`}
    >
      <StateUse state={state} />
      {several ? <span className="matrix-count">{many}</span> : null}
    </a>
  )
}
