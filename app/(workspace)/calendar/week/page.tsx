import type { Metadata } from 'next'
import { Panel } from '#components/table/panel'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader } from '#components/ui/section'
import { addDays, type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { weekOf } from '#lib/calendar/month'
import { type CalendarDuty, weekSheet } from '#lib/calendar/queries'
import { filterParams, narrowedBy, parseWeek, type WeekView } from '#lib/calendar/view'
import { dueStatus } from '#lib/kernel/due'
import { requireActor } from '#lib/kernel/require-actor'
import type { SearchParams } from '#lib/kernel/table'
import { todayFor } from '#lib/kernel/today'
import { dutyPlaces } from '../duty-places.ts'
import { dutyKindValues, FilterSelects, filterWords } from '../filters.tsx'
import '../calendar.css'
import './week.css'
import '../../../../components/table/list.css'

export const metadata: Metadata = { title: 'Week sheet' }

const path = '/calendar/week'
/** What fits a few sheets of paper. */
const limits = { perPerson: 15, most: 150 } as const

function weekHref(view: WeekView, change: Partial<WeekView> = {}): string {
  const next = { ...view, ...change }
  const params = new URLSearchParams({ week: next.week })
  for (const [name, value] of Object.entries(filterParams(next))) if (value) params.set(name, value)
  return `${path}?${params}`
}

/** A sheet of paper for those who get no mail: what is overdue and due this week, person by person, to be ticked off. */
export default async function WeekPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('due.read-own')
  const today = todayFor(actor)
  const view = parseWeek(await searchParams, today, dutyKindValues)
  const { first, last } = weekOf(view.week)
  const sheet = await weekSheet(actor, last, view, limits)
  const place = await dutyPlaces(actor, sheet.rows)
  const people = [...Map.groupBy(sheet.rows, (row) => row.ownerId)]
  const shown = people.reduce((sum, [, rows]) => sum + (rows[0]?.total ?? 0), 0)
  const narrowed = filterWords(view, sheet).map(({ label }) => label)
  return (
    <div className="sheet">
      <PageHeader
        title={`Week of ${formatDay(first)}`}
        lede={`What is due until ${formatDay(last)}, and what is overdue.${narrowed.length > 0 ? ` ${narrowed.join('. ')}.` : ''}`}
        actions={<ButtonLink href="/calendar">Calendar</ButtonLink>}
      />
      <div className="toolbar list-toolbar no-print">
        <nav className="cal-steps" aria-label="Another week">
          <ButtonLink href={weekHref(view, { week: addDays(first, -7) })} icon="arrowLeft" rel="prev">
            Previous<span className="sr-only"> week</span>
          </ButtonLink>
          <ButtonLink href={weekHref(view, { week: today })}>This week</ButtonLink>
          <ButtonLink href={weekHref(view, { week: addDays(last, 1) })} icon="arrowRight" rel="next">
            Next<span className="sr-only"> week</span>
          </ButtonLink>
        </nav>
        <form action={path}>
          <input type="hidden" name="week" value={view.week} />
          <Panel label="Filters" icon="filter" count={narrowedBy(view)} stateKey={weekHref(view)}>
            <FilterSelects filters={view} offered={sheet} />
          </Panel>
        </form>
      </div>
      <p className="no-print">Print it from your browser: Ctrl+P, or ⌘P on a Mac.</p>
      {people.length === 0 ? (
        <EmptyState
          title="Nothing is due this week, and nothing is overdue"
          icon="checkCircle"
          actions={<ButtonLink href="/calendar">See the month</ButtonLink>}
        />
      ) : null}
      {shown < sheet.total ? (
        <Callout tone="attention" title={`${count(sheet.total - shown, 'thing')} of others did not fit.`}>
          <p>Choose a person or a site in the filters for a sheet of their own.</p>
        </Callout>
      ) : null}
      {people.map(([ownerId, rows]) => (
        <Person key={ownerId ?? ''} rows={rows} today={today} href={(row) => place(row).href} />
      ))}
    </div>
  )
}

function Person({
  rows,
  today,
  href,
}: {
  rows: readonly CalendarDuty[]
  today: Day
  href: (row: CalendarDuty) => string
}) {
  const name = rows[0]?.ownerName
  const total = rows[0]?.total ?? 0
  return (
    <section className="sheet-person">
      <h2>
        {name ?? 'Nobody is named'} <span>{count(total, 'thing')}</span>
      </h2>
      <ul className="sheet-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="sheet-box" aria-hidden="true" />
            <div>
              <a href={href(row)}>{row.title}</a>
              <p className="sheet-meta">
                {row.recordLabel}
                {row.backupName ? `, backup ${row.backupName}` : ''}
              </p>
            </div>
            <p className="sheet-due">
              {dueStatus(row.dueOn, today) === 'overdue' ? <strong>Overdue </strong> : null}
              {formatDay(row.dueOn)}
            </p>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <p className="sheet-meta">and {count(total - rows.length, 'more thing')} in Plumbline.</p>
      ) : null}
      <p className="sheet-sign">
        <span>Signature</span>
        <span>Date</span>
      </p>
    </section>
  )
}
