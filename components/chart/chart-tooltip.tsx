import { type Datum, paint, type Series, valueOf } from './chart-data.tsx'

/** What the pointer rests on, in numbers. */
export function ChartTooltip({ datum, series }: { datum: Datum | undefined; series: readonly Series[] }) {
  if (!datum) return null
  return (
    <div className="chart-tooltip">
      <p>{datum.label}</p>
      <ul>
        {series.map(({ key, label, tone }) => (
          <li key={key}>
            <span className="chart-swatch" style={{ background: paint(tone) }} />
            {label}
            <strong>{valueOf(datum, key).toLocaleString('en-US')}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}
