import { BarsByCategory } from '#components/chart/bars-by-category'
import type { Datum, Series } from '#components/chart/chart-data'
import { LineOverTime } from '#components/chart/line-over-time'
import { dueTone } from '#components/ui/due-day'
import { type Day, formatDay } from '#lib/base/days'
import { ageBandLabels, ageBands, dueStatuses, dueStatusLabels } from '#lib/kernel/due'
import type { OverviewDetail } from '#lib/overview/detail'
import type { DueCounts, SiteCounts, StatusCounts } from '#lib/overview/due-counts'
import { duePath, practiceWide } from '#lib/overview/due-table'
import { dutyName } from '#lib/overview/duty-names'
import type { OverdueHistory } from '#lib/overview/overdue-history'
import { ageSentence, historySentence, onlyAgeSentence, worstSentence } from '#lib/overview/sentences'

const byStatus: readonly Series[] = dueStatuses.map((key) => ({
  key,
  label: dueStatusLabels[key],
  tone: dueTone[key],
}))
const overdueOnly: readonly Series[] = [{ key: 'overdue', label: 'Overdue', tone: 'danger' }]

/** The rows behind a mark. */
const rows = (query: Readonly<Record<string, string>>) => `${duePath}?${new URLSearchParams(query)}`

function statusDatum(label: string, counts: StatusCounts, query: Readonly<Record<string, string>>): Datum {
  return {
    label,
    values: counts,
    href: rows(query),
    hrefs: Object.fromEntries(dueStatuses.map((due) => [due, rows({ ...query, due })])),
  }
}

/** How long the overdue duties have been overdue: a sentence as long as there is nothing to compare. */
export function OverdueByAge({ due }: { due: DueCounts }) {
  const filled = ageBands.filter((age) => due.byAge[age] > 0)
  const [only] = filled
  if (filled.length < 2)
    return (
      <p>
        {only ? (
          <>
            {onlyAgeSentence(due.byAge[only], ageBandLabels[only])}{' '}
            <a href={rows({ age: only })}>Show {due.byAge[only] === 1 ? 'it' : 'them'}</a>
          </>
        ) : (
          `${ageSentence(due.byAge)}.`
        )}
      </p>
    )
  return (
    <BarsByCategory
      title={ageSentence(due.byAge)}
      categoryLabel="Overdue for"
      standing
      series={overdueOnly}
      data={ageBands.map((age) => ({
        label: ageBandLabels[age],
        values: { overdue: due.byAge[age] },
        href: rows({ age }),
      }))}
    />
  )
}

/** Overdue duties at each month's end of the past year. */
export function OverdueOverTime({ history, today }: { history: OverdueHistory; today: Day }) {
  const { points, since } = history
  return (
    <LineOverTime
      title={historySentence(history)}
      lede={since ? `The records begin on ${formatDay(since)}.` : undefined}
      categoryLabel="At the end of"
      series={overdueOnly}
      data={points.map(({ on, overdue }) => ({
        label: on === today ? 'Today' : shortMonth.format(new Date(on)),
        values: { overdue },
        href: on === today ? rows({ due: 'overdue' }) : rows({ due: 'overdue', on }),
      }))}
    />
  )
}

const shortMonth = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', year: 'numeric' })

/** What kind of duty it is that is due. */
export function DueByKind({ due }: { due: DueCounts }) {
  const kinds = due.byKind.map(({ recordKind, key, counts }) => ({ ...dutyName(recordKind, key), counts }))
  return (
    <BarsByCategory
      title={worstSentence(
        kinds.map(({ label, counts }) => ({ name: label, counts })),
        due.all.overdue,
      )}
      categoryLabel="Kind of duty"
      series={byStatus}
      data={kinds.map(({ value, label, counts }) => statusDatum(label, counts, { duty: value }))}
    />
  )
}

/** More sites than this are added up in one last row. */
const mostSites = 16

/** Where it is due. */
export function DueBySite({ due }: { due: OverviewDetail['due'] }) {
  const named = due.bySite.map((row) => ({ ...row, name: row.site?.name ?? 'No single site' }))
  const sites = named.filter(({ site }) => site !== null)
  const whole = named.filter(({ site }) => site === null)
  const drawn = sites.length > mostSites ? sites.slice(0, mostSites - 1) : sites
  const rest = sites.slice(drawn.length)
  return (
    <BarsByCategory
      title={worstSentence(named, due.all.overdue)}
      lede="A duty at several sites counts at each of them, so the sums can be higher than above."
      categoryLabel="Site"
      series={byStatus}
      data={[
        ...drawn.map(({ name, site, counts }) => statusDatum(name, counts, { sites: site?.id ?? '' })),
        ...(rest.length > 0 ? [restDatum(rest)] : []),
        ...whole.map(({ name, counts }) => statusDatum(name, counts, { sites: practiceWide })),
      ]}
    />
  )
}

function restDatum(rest: readonly SiteCounts[]): Datum {
  const sum = (status: keyof StatusCounts) => rest.reduce((total, { counts }) => total + counts[status], 0)
  const counts = { overdue: sum('overdue'), 'due-soon': sum('due-soon'), 'on-track': sum('on-track') }
  const sites = rest.map(({ site }) => site?.id ?? '').join(',')
  return statusDatum(`${rest.length} other sites`, counts, { sites })
}
