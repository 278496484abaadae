import { type ReactNode, useId } from 'react'
import { Icon } from '../ui/icon.tsx'
import { type Datum, paint, type Series, totalOf, valueOf } from './chart-data.tsx'

export type ChartText = {
  /** The answer, as a sentence with the numbers in it: "3 of 14 systems with patient data are not covered". */
  title: string
  level?: 2 | 3 | undefined
  lede?: ReactNode
  /** What the first column of the table counts by: "Site". */
  categoryLabel: string
}

function Legend({ series, data }: { series: readonly Series[]; data: readonly Datum[] }) {
  return (
    <ul className="chart-legend">
      {series.map(({ key, label, tone }) => (
        <li key={key}>
          <span className="chart-swatch" style={{ background: paint(tone) }} />
          {label}
          <strong>{data.reduce((sum, datum) => sum + valueOf(datum, key), 0).toLocaleString('en-US')}</strong>
        </li>
      ))}
    </ul>
  )
}

function Twin({
  series,
  data,
  title,
  categoryLabel,
}: ChartText & { series: readonly Series[]; data: readonly Datum[] }) {
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{categoryLabel}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col" className="num">
                {label}
              </th>
            ))}
            {series.length > 1 ? (
              <th scope="col" className="num">
                Total
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {data.map((datum) => (
            <tr key={datum.label}>
              <th scope="row">
                <a href={datum.href}>{datum.label}</a>
              </th>
              {series.map(({ key }) => (
                <td key={key} className="num">
                  {valueOf(datum, key).toLocaleString('en-US')}
                </td>
              ))}
              {series.length > 1 ? (
                <td className="num">{totalOf(datum, series).toLocaleString('en-US')}</td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/**
 * What stands around a picture: the sentence it proves, its legend, its height kept free before the script arrives
 * (in pixels), and the same numbers as a table, rendered on the server.
 */
export function ChartFrame({
  series,
  data,
  height,
  legend = series.length > 1,
  children,
  ...text
}: ChartText & {
  series: readonly Series[]
  data: readonly Datum[]
  height: number
  legend?: boolean
  children: ReactNode
}) {
  const id = useId()
  const Heading = `h${text.level ?? 3}` as const
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <Heading id={id}>{text.title}</Heading>
        {text.lede ? <p>{text.lede}</p> : null}
      </figcaption>
      {legend ? <Legend series={series} data={data} /> : null}
      <div className="chart-plot" style={{ blockSize: height }}>
        {children}
      </div>
      <details className="cite chart-twin">
        <summary>
          <Icon name="chevronRight" />
          Show as table
        </summary>
        <Twin {...text} series={series} data={data} />
      </details>
    </figure>
  )
}
