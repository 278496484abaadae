import type { Datum, Series } from './chart-data.tsx'
import { ChartFrame, type ChartText } from './chart-frame.tsx'
import { LinePlotLater } from './plots-later.tsx'

const height = 220

/** One to three lines over time, oldest first. Every point is a link to what was counted. */
export function LineOverTime({
  series,
  data,
  ...text
}: ChartText & { series: readonly Series[]; data: readonly Datum[] }) {
  return (
    <ChartFrame {...text} series={series} data={data} height={height} legend={false}>
      <LinePlotLater series={series} data={data} height={height} />
    </ChartFrame>
  )
}
