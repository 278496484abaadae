import { type Datum, paint, type Series, valueOf } from './chart-data.tsx'

/** What the pointer rests on, in numbers. Recharts adds `active` and `activeIndex`. */
export function ChartTooltip({
  data,
  series,
  active = false,
  activeIndex,
}: {
  data: readonly Datum[]
  series: readonly Series[]
  active?: boolean
  activeIndex?: number | string | null
}) {
  const datum = active ? data[Number(activeIndex)] : undefined
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
