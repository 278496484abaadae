import type { Datum, Series } from './chart-data.tsx'
import { ChartFrame, type ChartText } from './chart-frame.tsx'
import { BarsPlotLater } from './plots-later.tsx'

/**
 * Stacked bars by kind, site or age. Lying bars (the default) suit names, standing ones suit a scale such as age.
 * Every bar is a link to the rows behind it.
 */
export function BarsByCategory({
  series,
  data,
  standing = false,
  ...text
}: ChartText & { series: readonly Series[]; data: readonly Datum[]; standing?: boolean }) {
  const height = standing ? 220 : Math.max(data.length, 1) * 32 + 8
  return (
    <ChartFrame {...text} series={series} data={data} height={height}>
      <BarsPlotLater series={series} data={data} standing={standing} height={height} />
    </ChartFrame>
  )
}
