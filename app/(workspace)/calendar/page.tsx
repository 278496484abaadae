import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { PageHeader } from '#components/ui/section'
import { addDays, type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { daysOfMonth, formatMonth, formatWeekday, monthLater, monthOf } from '#lib/calendar/month'
import { listPage, stretchPage } from '#lib/calendar/queries'
import { type CalendarView, calendarHref, narrowedBy, parseCalendar } from '#lib/calendar/view'
import type { Actor } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { duePath } from '#lib/overview/due-table'
import { Agenda, Duties } from './agenda.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import { dutyPlaces } from './duty-places.ts'
import { dutyKindValues } from './filters.tsx'
import { MonthTable } from './month-table.tsx'
import './calendar.css'

export const metadata: Metadata = { title: 'Calendar' }

/** What is read of each day; its own page has the rest. */
const perDay = { month: 3, agenda: 5 } as const
const perPage = 50

export default async function CalendarPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('due.read-own')
  const today = todayFor(actor)
  const view = parseCalendar(await searchParams, today, dutyKindValues)
  return view.day || view.before ? (
    <ListPage actor={actor} today={today} view={view} />
  ) : (
    <MonthPage actor={actor} today={today} view={view} />
  )
}

interface Shown {
  actor: Actor
  today: Day
  view: CalendarView
}

function Doors() {
  return (
    <>
      <ButtonLink href="/calendar/week" icon="document">
        Week sheet
      </ButtonLink>
      <ButtonLink href="/account#calendar" icon="calendar">
        In my own calendar
      </ButtonLink>
    </>
  )
}

/** A month, as a table or day by day. */
async function MonthPage({ actor, today, view }: Shown) {
  const { first, last } = daysOfMonth(view.month)
  // Overdue is what was due before today; a month to come has that before it, too.
  const before = first <= today ? first : today
  const page = await stretchPage(actor, { first, last }, view, {
    perDay: perDay[view.as],
    today,
    lastOverdue: addDays(before, -1),
  })
  const place = await dutyPlaces(actor, page.rows)
  const days = Map.groupBy(page.rows, (row) => row.dueOn)
  const dayHref = (day: Day) => calendarHref(view, { day })
  const name = formatMonth(view.month)
  const to = (months: number) => calendarHref(view, { month: monthLater(view.month, months) })
  return (
    <div className="cal">
      <PageHeader title={name} actions={<Doors />} />
      <CalendarBar
        view={view}
        offered={page}
        neighbours={{
          noun: 'month',
          previous: to(-1),
          now: calendarHref(view, { month: monthOf(today) }),
          next: to(1),
        }}
      />
      {page.overdueBefore > 0 ? (
        <p className="cal-before">
          <a href={calendarHref(view, { before })}>
            {count(page.overdueBefore, 'thing')} overdue from before {formatDay(before)}
          </a>
        </p>
      ) : null}
      {view.as === 'month' ? (
        <MonthTable month={view.month} today={today} days={days} place={place} dayHref={dayHref} />
      ) : null}
      {days.size === 0 ? (
        <Nothing view={view} title={`Nothing is due in ${name}`} />
      ) : (
        <div className={view.as === 'month' ? 'cal-agenda cal-narrow' : 'cal-agenda'}>
          <Agenda days={days} dayHref={dayHref} today={today} place={place} short={view.as === 'month'} />
        </div>
      )}
    </div>
  )
}

/** Everything on one day, or everything that is overdue from before one. */
async function ListPage({ actor, today, view }: Shown) {
  const { day, before } = view
  const range = before ? { from: null, until: addDays(before, -1) } : { from: day, until: day ?? today }
  const filters = before ? { ...view, done: false } : view
  const page = await listPage(actor, range, filters, { page: view.page, size: perPage })
  const place = await dutyPlaces(actor, page.rows)
  const start = (page.page - 1) * perPage
  const title = before
    ? `Overdue from before ${formatDay(before)}`
    : day
      ? `${formatWeekday(day)}, ${day.slice(0, 4)}`
      : ''
  const to = (on: Day) => calendarHref(view, { day: on })
  return (
    <div className="cal">
      <PageHeader
        title={title}
        lede={page.total > 0 ? `${count(page.total, 'thing')}, the gravest first.` : undefined}
        actions={<Doors />}
      />
      <CalendarBar
        view={view}
        offered={page}
        neighbours={
          day
            ? { noun: 'day', previous: to(addDays(day, -1)), now: to(today), next: to(addDays(day, 1)) }
            : null
        }
      />
      {page.rows.length === 0 ? (
        <Nothing
          view={view}
          title={
            before
              ? 'Nothing is overdue from before'
              : `Nothing is due on ${day ? formatDay(day) : 'that day'}`
          }
        />
      ) : (
        <>
          <div className="cal-agenda">
            <Duties rows={page.rows} today={today} place={place} rules />
          </div>
          {page.total > perPage ? (
            <Pagination
              summary={`${(start + 1).toLocaleString('en-US')}–${(start + page.rows.length).toLocaleString('en-US')} of ${page.total.toLocaleString('en-US')}`}
              previous={page.page > 1 ? calendarHref(view, { page: page.page - 1 }) : undefined}
              next={start + perPage < page.total ? calendarHref(view, { page: page.page + 1 }) : undefined}
            />
          ) : null}
        </>
      )}
    </div>
  )
}

function Nothing({ view, title }: { view: CalendarView; title: string }) {
  const isNarrowed = narrowedBy(view) > 0
  return (
    <EmptyState
      title={title}
      icon="checkCircle"
      actions={
        isNarrowed ? (
          <ButtonLink href={calendarHref(view, { person: '', site: '', kind: '' })}>
            Show everything
          </ButtonLink>
        ) : (
          <ButtonLink href={duePath}>See everything that is due</ButtonLink>
        )
      }
    >
      {isNarrowed
        ? 'With other filters there may be.'
        : 'What has to be done by a day stands here on that day, for every record that you may see.'}
    </EmptyState>
  )
}
