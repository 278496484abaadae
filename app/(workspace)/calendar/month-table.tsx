import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { formatMonth, type Month, weekdays, weeksOf } from '#lib/calendar/month'
import type { CalendarDuty } from '#lib/calendar/queries'
import { dueStatus } from '#lib/kernel/due'
import type { DutyPlace } from './duty-places.ts'
import { Entry } from './entry.tsx'

/** What is shown of one day, the gravest first. */
type DayRows = readonly CalendarDuty[]

/**
 * A month as a table, a week in each row. On a phone its days become numbers with a count, which lead to the agenda below
 * it; the style sheet chooses.
 */
export function MonthTable({
  month,
  today,
  days,
  place,
  dayHref,
}: {
  month: Month
  today: Day
  days: ReadonlyMap<Day, DayRows>
  place: (duty: CalendarDuty) => DutyPlace
  dayHref: (day: Day) => string
}) {
  return (
    <table className="cal-month">
      <caption className="sr-only">What is due in {formatMonth(month)}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              <span aria-hidden="true">{name.slice(0, 3)}</span>
              <span className="sr-only">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, index) =>
              day === null ? (
                <td key={weekdays[index]} className="cal-none" />
              ) : (
                <td key={day} aria-current={day === today ? 'date' : undefined}>
                  <MonthDay
                    day={day}
                    today={today}
                    rows={days.get(day) ?? []}
                    place={place}
                    href={dayHref(day)}
                  />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthDay({
  day,
  today,
  rows,
  place,
  href,
}: {
  day: Day
  today: Day
  rows: DayRows
  place: (duty: CalendarDuty) => DutyPlace
  href: string
}) {
  const number = Number(day.slice(8))
  const total = rows[0]?.total ?? 0
  if (total === 0)
    return (
      <time className="cal-number" dateTime={day}>
        {number}
        {day === today ? <span className="sr-only">, today</span> : null}
      </time>
    )
  const isLate = rows.some((row) => row.state === 'open' && dueStatus(row.dueOn, today) === 'overdue')
  const onDay = ` due on ${formatDay(day)}${day === today ? ', today' : ''}`
  return (
    <>
      <a className="cal-number cal-wide" href={href}>
        {number}
        <span className="sr-only">
          : {count(total, 'thing')}
          {onDay}
        </span>
      </a>
      <a className={isLate ? 'cal-number cal-narrow cal-late' : 'cal-number cal-narrow'} href={`#day-${day}`}>
        {number}
        <span className="sr-only">: </span>
        <span className="cal-count">{total > 99 ? '99+' : total}</span>
        <span className="sr-only">
          {onDay}
          {isLate ? ', overdue' : ''}
        </span>
      </a>
      <ul className="cal-entries cal-wide">
        {rows.map((row) => (
          <li key={row.id}>
            <Entry row={row} today={today} href={place(row).href} />
          </li>
        ))}
        {total > rows.length ? (
          <li>
            <a className="cal-more" href={href}>
              {(total - rows.length).toLocaleString('en-US')} more
              <span className="sr-only"> on {formatDay(day)}</span>
            </a>
          </li>
        ) : null}
      </ul>
    </>
  )
}
