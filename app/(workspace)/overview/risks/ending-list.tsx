import { DueBadge } from '#components/ui/relative-day'
import type { Day } from '#lib/base/days'
import { dueStatus } from '#lib/kernel/due'
import type { Ending } from '#lib/overview/risk-overview'

/** What ends or comes due first, and where the rest is. */
export function EndingList({
  ending: { rows, total },
  title,
  path,
  href,
  by,
  today,
}: {
  ending: Ending
  title: string
  path: string
  href: string
  /** What the person named beside each is. */
  by: string
  today: Day
}) {
  return (
    <div className="ending-list">
      <h3>{total > 0 ? <a href={href}>{title}</a> : title}</h3>
      {rows.length > 0 ? (
        <ul>
          {rows.map(({ id, label, on, byName }) => (
            <li key={id}>
              <a href={`${path}/${id}`}>{label}</a>
              <DueBadge status={dueStatus(on, today)} day={on} today={today} />
              <span className="text-muted">
                {by}: {byName ?? 'nobody'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
