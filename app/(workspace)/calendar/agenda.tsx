import { DueList } from '#components/record/due-list'
import { Section } from '#components/ui/section'
import { type Day, formatDay } from '#lib/base/days'
import { formatWeekday } from '#lib/calendar/month'
import type { CalendarDuty } from '#lib/calendar/queries'
import { dueStatus } from '#lib/kernel/due'
import { dutyCitation } from '../duty-links.ts'
import type { DutyPlace } from './duty-places.ts'
import { Entry } from './entry.tsx'

interface Shown {
  today: Day
  place: (duty: CalendarDuty) => DutyPlace
}

/**
 * The days on which something is due, one after the other; what does not fit stands on the day's own page. `short`: a line
 * for each, as the month on a phone has them below it.
 */
export function Agenda({
  days,
  dayHref,
  short = false,
  ...shown
}: Shown & {
  days: ReadonlyMap<Day, readonly CalendarDuty[]>
  dayHref: (day: Day) => string
  short?: boolean
}) {
  return [...days].map(([day, rows]) => {
    const more = (rows[0]?.total ?? 0) - rows.length
    return (
      <Section
        key={day}
        id={`day-${day}`}
        title={
          <time dateTime={day}>
            {formatWeekday(day)}
            {day === shown.today ? <span className="cal-today">Today</span> : null}
          </time>
        }
      >
        {short ? <DayEntries rows={rows} {...shown} /> : <Duties rows={rows} {...shown} />}
        {more > 0 ? (
          <p className="cal-rest">
            <a href={dayHref(day)}>
              {more.toLocaleString('en-US')} more<span className="sr-only"> on {formatDay(day)}</span>
            </a>
          </p>
        ) : null}
      </Section>
    )
  })
}

function DayEntries({ rows, today, place }: Shown & { rows: readonly CalendarDuty[] }) {
  return (
    <ul className="cal-entries">
      {rows.map((row) => (
        <li key={row.id}>
          <Entry row={row} today={today} href={place(row).href} />
        </li>
      ))}
    </ul>
  )
}

/** Duties with their next step; below them what is done already, muted. */
export function Duties({
  rows,
  today,
  place,
  rules = false,
}: Shown & {
  rows: readonly CalendarDuty[]
  /** Whether each says under which rule. */
  rules?: boolean
}) {
  const open = rows.filter((row) => row.state === 'open')
  const done = rows.filter((row) => row.state === 'done')
  return (
    <>
      {open.length > 0 ? (
        <DueList
          today={today}
          items={open.map((row) => {
            const { next, record } = place(row)
            return {
              id: row.id,
              ...(record
                ? { title: row.title, about: { label: row.recordLabel, href: record } }
                : { title: `${row.recordLabel}: ${row.title}` }),
              dueOn: row.dueOn,
              status: dueStatus(row.dueOn, today),
              owner: whose(row),
              rule: rules ? dutyCitation(row) : undefined,
              next,
            }
          })}
        />
      ) : null}
      {done.length > 0 ? (
        <ul className="cal-finished">
          {done.map((row) => (
            <li key={row.id}>
              Done{row.closedOn ? ` on ${formatDay(row.closedOn)}` : ''}:{' '}
              <a href={place(row).href}>{row.recordLabel}</a>, {row.title}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** Whose a duty is, with who stands in. */
function whose({ ownerName, backupName }: CalendarDuty): string {
  return `${ownerName ?? 'Nobody is named'}${backupName ? `, backup ${backupName}` : ''}`
}
