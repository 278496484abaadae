import { BarsByCategory } from '#components/chart/bars-by-category'
import type { Series } from '#components/chart/chart-data'
import { Section } from '#components/ui/section'
import type { Day } from '#lib/base/days'
import { count } from '#lib/base/text'
import type { TrainingNow } from '#lib/training/completion'
import { matrixHref } from '#lib/training/matrix-filter'
import { quarterName } from '#lib/training/quarter'

const series: readonly Series[] = [
  { key: 'in-time', label: 'Signed in time', tone: 'ok' },
  { key: 'late', label: 'Signed late', tone: 'attention' },
  { key: 'missed', label: 'Not signed in time', tone: 'danger' },
  { key: 'open', label: 'Not signed yet', tone: 'neutral' },
]

/** Bars side by side; more would not be told apart. */
const mostQuarters = 12

/** How training went by quarter, each part leading to its people. */
export function CompletionOverTime({ training, today }: { training: TrainingNow; today: Day }) {
  const shown = training.quarters.slice(-mostQuarters)
  if (shown.length === 0) return null
  const [worst] = shown.toSorted((a, b) => b.counts.missed - a.counts.missed)
  const title =
    worst && worst.counts.missed > 0
      ? `${quarterName(worst.quarter)} had the most that were not signed in time: ${worst.counts.missed.toLocaleString('en-US')} of ${worst.counts.assigned.toLocaleString('en-US')}`
      : shown.length === 1
        ? 'Nothing is late in this quarter'
        : `Nothing was missed in ${count(shown.length, 'quarter')}`
  return (
    <BarsByCategory
      title={title}
      level={2}
      categoryLabel="Quarter"
      standing
      series={series}
      data={shown.map(({ quarter, counts }) => ({
        label: quarterName(quarter),
        href: matrixHref({ quarter, until: quarter }, today),
        values: { 'in-time': counts.inTime, late: counts.late, missed: counts.missed, open: counts.open },
        hrefs: Object.fromEntries(
          (['in-time', 'late', 'missed', 'open'] as const).map((outcome) => [
            outcome,
            matrixHref({ quarter, outcome, until: quarter }, today),
          ]),
        ),
      }))}
    />
  )
}

/** What is open now by site, in numbers: a share of three people says nothing. */
export function CompletionBySite({ training: { sites }, today }: { training: TrainingNow; today: Day }) {
  if (sites.length < 2) return null
  const figure = (number: number) => number.toLocaleString('en-US')
  return (
    <Section title="By site, in what is open now">
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Site</th>
              <th scope="col" className="num">
                Assigned
              </th>
              <th scope="col" className="num">
                Signed
              </th>
              <th scope="col" className="num">
                Late now
              </th>
            </tr>
          </thead>
          <tbody>
            {sites.map(({ site, counts }) => (
              <tr key={site?.id ?? ''}>
                <th scope="row">
                  {site ? <a href={matrixHref({ site: site.id }, today)}>{site.name}</a> : 'Without a site'}
                </th>
                <td className="num">{figure(counts.assigned)}</td>
                <td className="num">{figure(counts.inTime + counts.late)}</td>
                <td className="num">
                  {counts.missed > 0 && site ? (
                    <a href={matrixHref({ site: site.id, state: 'late' }, today)}>{figure(counts.missed)}</a>
                  ) : (
                    figure(counts.missed)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
