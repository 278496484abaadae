'use client'

import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { shorten } from '#lib/base/text'
import { type Datum, paint, type Series, totalOf, valueOf } from './chart-data.tsx'
import { ChartTooltip } from './chart-tooltip.tsx'

type Plot = { series: readonly Series[]; data: readonly Datum[]; standing: boolean; height: number }
// Recharts adds where the mark is and which it is.
type Spot = { x?: number; y?: number; width?: number; height?: number; index?: number }

function Mark({
  x,
  y,
  width = 0,
  height = 0,
  index = -1,
  data,
  series,
}: Spot & { data: readonly Datum[]; series: Series }) {
  const datum = data[index]
  if (!datum || width <= 0 || height <= 0) return <g />
  const value = valueOf(datum, series.key).toLocaleString('en-US')
  return (
    <a
      href={datum.hrefs?.[series.key] ?? datum.href}
      aria-label={`${datum.label}, ${series.label}: ${value}`}
      className="chart-mark"
    >
      <rect x={x} y={y} width={Math.max(width - 1, 1)} height={height} rx={1.5} fill={paint(series.tone)} />
    </a>
  )
}

function NameTick({ x, y, index = -1, data }: Spot & { data: readonly Datum[] }) {
  const label = data[index]?.label ?? ''
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" className="chart-text">
      <title>{label}</title>
      {shorten(label, 22)}
    </text>
  )
}

/** The picture of BarsByCategory. */
export function BarsPlot({ series, data, standing, height }: Plot) {
  const rows = data.map((datum) => ({ ...datum.values, name: datum.label, total: totalOf(datum, series) }))
  const names = standing
    ? { dataKey: 'name', axisLine: { stroke: 'var(--line-strong)' }, tickLine: false, interval: 0 as const }
    : {
        dataKey: 'name',
        axisLine: { stroke: 'var(--line-strong)' },
        tickLine: false,
        interval: 0 as const,
        width: 152,
      }
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={rows}
        layout={standing ? 'horizontal' : 'vertical'}
        margin={
          standing ? { top: 24, right: 0, bottom: 0, left: 0 } : { top: 0, right: 44, bottom: 0, left: 0 }
        }
        barCategoryGap={standing ? '28%' : 4}
        maxBarSize={standing ? 64 : 24}
        accessibilityLayer={false}
      >
        {standing ? (
          <XAxis {...names} type="category" tick={{ className: 'chart-text' }} height={28} />
        ) : (
          <XAxis type="number" hide domain={[0, 'dataMax']} />
        )}
        {standing ? (
          <YAxis type="number" hide domain={[0, 'dataMax']} />
        ) : (
          <YAxis {...names} type="category" tick={<NameTick data={data} />} />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--sunken)' }}
          content={<ChartTooltip data={data} series={series} />}
        />
        {series.map((one, place) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            stackId="all"
            isAnimationActive={false}
            shape={<Mark data={data} series={one} />}
          >
            {place === series.length - 1 ? (
              <LabelList
                dataKey="total"
                formatter={(value) => Number(value).toLocaleString('en-US')}
                position={standing ? 'top' : 'right'}
                className="chart-text chart-total"
              />
            ) : null}
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}
