import { addDays, addMonths, type Day, day, daysBetween, formatDay } from '#lib/base/days'

export interface TimelineRow {
  id: string
  label: string
  /** What stands small beside the name. */
  about: string
  href: string
  endsOn: Day
  /** What happens on that day: 'ends'. */
  how: string
  noticeByOn: Day | null
}

const month = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short' })

/** The first days of the months between two days. */
function monthsBetween(from: Day, to: Day): Day[] {
  const first = day(`${from.slice(0, 8)}01`)
  const months: Day[] = []
  for (let ahead = 1; addMonths(first, ahead) <= to; ahead += 1) months.push(addMonths(first, ahead))
  return months
}

/**
 * One row for each record, a ring where notice has to be given and a dot where it ends, on a scale of months. It is a table
 * of those days as well: the dots only show where they lie.
 */
export function DotTimeline({
  labelledBy,
  categoryLabel,
  today,
  days,
  rows,
}: {
  labelledBy: string
  categoryLabel: string
  today: Day
  /** How many days the scale is long. */
  days: number
  rows: readonly TimelineRow[]
}) {
  const at = (on: Day) => `${Math.min(100, Math.max(0, (daysBetween(today, on) / days) * 100))}%`
  const months = monthsBetween(today, addDays(today, days))
  return (
    <table className="dot-timeline" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{categoryLabel}</span>
          </th>
          <th scope="col" className="dot-track-cell">
            <span className="sr-only">Notice by</span>
            <span className="dot-track" aria-hidden="true">
              {months.map((on) => (
                <span key={on} className="dot-month" style={{ insetInlineStart: at(on) }}>
                  {month.format(new Date(on))}
                </span>
              ))}
            </span>
          </th>
          <th scope="col">
            <span className="sr-only">Last day</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, about, href, endsOn, how, noticeByOn }) => (
          <tr key={id}>
            <th scope="row">
              <span className="dot-name">
                <a href={href}>{label}</a> <span>{about}</span>
              </span>
            </th>
            <td className="dot-track-cell">
              {noticeByOn ? (
                <span className="dot-notice">Notice by {formatDay(noticeByOn)}</span>
              ) : (
                <span className="sr-only">None</span>
              )}
              <span className="dot-track" aria-hidden="true">
                {months.map((on) => (
                  <span key={on} className="dot-line" style={{ insetInlineStart: at(on) }} />
                ))}
                {noticeByOn ? (
                  <>
                    <span
                      className="dot-span"
                      style={{
                        insetInlineStart: at(noticeByOn),
                        insetInlineEnd: `calc(100% - ${at(endsOn)})`,
                      }}
                    />
                    <span className="dot-mark is-notice" style={{ insetInlineStart: at(noticeByOn) }} />
                  </>
                ) : null}
                <span className="dot-mark" style={{ insetInlineStart: at(endsOn) }} />
              </span>
            </td>
            <td className="dot-end">
              {how} {formatDay(endsOn)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
