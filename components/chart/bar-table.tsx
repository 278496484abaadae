import { useId } from 'react'
import { paint, type Series } from './chart-data.tsx'

export interface BarRow {
  label: string
  /** The rows behind the number; null where it stands for several lists. */
  href: string | null
  value: number
}

/** A table whose cells are drawn: the picture and its table in one, without script, the same on paper. */
export function BarTable({
  title,
  categoryLabel,
  valueLabel,
  tone,
  rows,
}: {
  /** The answer, as a sentence with the numbers in it. */
  title: string
  categoryLabel: string
  valueLabel: string
  tone: Series['tone']
  rows: readonly BarRow[]
}) {
  const id = useId()
  const longest = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <div className="bar-table">
      <h3 id={id}>{title}</h3>
      <table aria-labelledby={id}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{categoryLabel}</th>
            <th scope="col">{valueLabel}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, href, value }) => (
            <tr key={label}>
              <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
              <td>
                <span className="bar-cell">
                  {value > 0 ? (
                    <span
                      className="bar-mark"
                      aria-hidden="true"
                      style={{ inlineSize: `${(value / longest) * 100}%`, background: paint(tone) }}
                    />
                  ) : null}
                  <span>{value.toLocaleString('en-US')}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
