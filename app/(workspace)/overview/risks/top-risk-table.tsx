import { StatusBadge } from '#components/ui/badge'
import { formatDay } from '#lib/base/days'
import { optionLabel } from '#lib/kernel/table'
import type { TopRisk, TopRisks } from '#lib/overview/top-risks'
import { levels, treatments } from '#lib/risks/options'
import { levelOrUnscored } from '#lib/risks/scores'
import { riskTable } from '#lib/risks/table'

/** The gravest open risks, and how they moved since the end of last quarter. */
export function TopRiskTable({
  top: { rows, on },
  total,
  unscored,
}: {
  top: TopRisks
  total: number
  unscored: number
}) {
  return (
    <>
      {rows.length > 0 ? (
        <div className="list-wrap">
          <table className="table list-table">
            <caption className="sr-only">The open risks with the highest scores</caption>
            <thead>
              <tr>
                <th scope="col">Risk</th>
                <th scope="col">Level now</th>
                <th scope="col">Since {formatDay(on)}</th>
                <th scope="col">What is done</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((risk) => (
                <tr key={risk.id}>
                  <th scope="row">
                    <a href={`${riskTable.path}/${risk.id}`}>
                      {risk.ref} {risk.title}
                    </a>
                  </th>
                  <td data-label="Level now">
                    <Level score={risk.score} />
                  </td>
                  <td data-label={`Since ${formatDay(on)}`}>{movement(risk)}</td>
                  <td data-label="What is done">{optionLabel(treatments, risk.treatment)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <p className="text-muted">
        {total > 0 ? (
          <a href={`${riskTable.path}?state=open&sort=-current`}>All open risks by score</a>
        ) : null}
        {unscored > 0 ? (
          <>
            {' '}
            <a href={`${riskTable.path}?state=open&level=unscored`}>
              {unscored.toLocaleString('en-US')} not scored
            </a>
            : how grave {unscored === 1 ? 'it is' : 'they are'} nobody knows.
          </>
        ) : null}
      </p>
    </>
  )
}

function Level({ score }: { score: number }) {
  const level = levels.find(({ value }) => value === levelOrUnscored(score))
  return (
    <StatusBadge tone={level?.tone ?? 'neutral'}>
      {level?.label} {score}
    </StatusBadge>
  )
}

function movement({ score, before }: TopRisk): string {
  if (before === null) return 'Not scored then'
  if (before === score) return `As before, ${before}`
  return score > before ? `Worse, was ${before}` : `Better, was ${before}`
}
