import type { Day } from '#lib/base/days'
import type { CalendarDuty } from '#lib/calendar/queries'
import { dueStatus } from '#lib/kernel/due'
import { dutyName } from '#lib/overview/duty-names'

/** One duty in a few words, leading to where it is done. */
export function Entry({ row, today, href }: { row: CalendarDuty; today: Day; href: string }) {
  const isLate = row.state === 'open' && dueStatus(row.dueOn, today) === 'overdue'
  const look = row.state === 'done' ? ' cal-done' : isLate ? ' cal-late' : ''
  return (
    <a className={`cal-entry${look}`} href={href} title={`${row.recordLabel}: ${row.title}`}>
      {isLate ? <span className="cal-word">Overdue</span> : null}
      {row.state === 'done' ? <span className="cal-word">Done</span> : null}
      <span className="cal-record">{row.recordLabel}</span>
      <span className="cal-duty">{dutyName(row.recordKind, row.key).label}</span>
    </a>
  )
}
