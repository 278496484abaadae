'use client'

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { type Datum, paint, type Series, valueOf } from './chart-data.tsx'
import { ChartTooltip } from './chart-tooltip.tsx'

// Recharts adds where the point is and which it is.
type Spot = { cx?: number; cy?: number; index?: number }

function Mark({ cx, cy, index = -1, data, series }: Spot & { data: readonly Datum[]; series: Series }) {
  const datum = data[index]
  if (!datum) return <g />
  const value = valueOf(datum, series.key).toLocaleString('en-US')
  const last = index === data.length - 1
  return (
    <a
      href={datum.hrefs?.[series.key] ?? datum.href}
      aria-label={`${datum.label}, ${series.label}: ${value}`}
      className="chart-mark"
    >
      <circle cx={cx} cy={cy} r={12} fill="transparent" />
      <circle
        cx={cx}
        cy={cy}
        r={last ? 4.5 : 3}
        fill={paint(series.tone)}
        stroke="var(--surface)"
        strokeWidth={1.5}
      />
      {last ? (
        <text x={(cx ?? 0) + 12} y={cy} dy="0.35em" className="chart-text chart-total">
          {value}
        </text>
      ) : null}
    </a>
  )
}

/** The picture of LineOverTime. */
export function LinePlot({
  series,
  data,
  height,
}: {
  series: readonly Series[]
  data: readonly Datum[]
  height: number
}) {
  const rows = data.map((datum) => ({ ...datum.values, name: datum.label }))
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={rows} margin={{ top: 12, right: 40, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="name"
          height={28}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={{ className: 'chart-text' }}
          minTickGap={16}
        />
        <YAxis
          width={36}
          tickLine={false}
          axisLine={false}
          allowDecimals={false}
          tick={{ className: 'chart-text' }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={<ChartTooltip data={data} series={series} />}
        />
        {series.map((one) => (
          <Line
            key={one.key}
            dataKey={one.key}
            type="linear"
            stroke={paint(one.tone)}
            strokeWidth={2}
            isAnimationActive={false}
            activeDot={false}
            dot={<Mark data={data} series={one} />}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
