import type { MapCell } from '#lib/risks/map-queries'
import { levels } from '#lib/risks/options'
import type { Scale } from '#lib/risks/scale-queries'
import { levelOrUnscored, type Side } from '#lib/risks/scores'
import '../risks.css'

const letters = { unscored: '', low: 'L', moderate: 'M', high: 'H', critical: 'C' } as const

/** The 5×5 map as a table: likelihood upward, impact to the right. Each field says its level by a letter, and its number leads to its rows. */
export function HeatMap({ side, cells, scale }: { side: Side; cells: readonly MapCell[]; scale: Scale }) {
  const countAt = (likelihood: number, impact: number) =>
    cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact)?.count ?? 0
  return (
    <>
      <table className="heat-map">
        <caption className="sr-only">
          Open risks by likelihood (rows, the likeliest first) and impact (columns)
        </caption>
        <thead>
          <tr>
            <td />
            {scale.impact.map(({ level, word }) => (
              <th key={level} scope="col" title={word}>
                <span className="map-step">{level}</span>
                <span className="map-word">{word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scale.likelihood.toReversed().map(({ level: likelihood, word }) => (
            <tr key={likelihood}>
              <th scope="row" title={word}>
                <span className="map-step">{likelihood}</span>
                <span className="map-word">{word}</span>
              </th>
              {scale.impact.map(({ level: impact }) => {
                const level = levelOrUnscored(likelihood * impact)
                const found = countAt(likelihood, impact)
                const label = levels.find(({ value }) => value === level)?.label ?? ''
                return (
                  <td key={impact} className={`level-${level}`}>
                    {found > 0 ? (
                      <a href={`/risks?state=open&${side}Likelihood=${likelihood}&${side}Impact=${impact}`}>
                        <span aria-hidden="true">{found.toLocaleString('en-US')}</span>
                        <span className="sr-only">
                          {`${found.toLocaleString('en-US')}, ${label.toLowerCase()}, likelihood ${likelihood}, impact ${impact}`}
                        </span>
                      </a>
                    ) : (
                      <span className="map-none">0</span>
                    )}
                    <span className="map-letter" aria-hidden="true">
                      {letters[level]}
                    </span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="map-legend" aria-label="Levels">
        {levels
          .filter(({ value }) => value !== 'unscored')
          .map(({ value, label }) => (
            <li key={value}>
              <span className={`map-swatch level-${value}`} aria-hidden="true">
                {letters[value]}
              </span>
              {label}
            </li>
          ))}
      </ul>
    </>
  )
}
