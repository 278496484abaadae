import type { Metadata } from 'next'
import { EmptyState } from '#components/ui/empty-state'
import { Pagination } from '#components/ui/pagination'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { can } from '#lib/kernel/access'
import type { SearchParams } from '#lib/kernel/table'
import { type ForecastDay, type ForecastPage, forecastPage, peoplePerPage } from '#lib/reminders/queries'
import { dueInWords } from '#lib/reminders/words'
import { ReminderFrame, requireReader } from './reminder-frame.tsx'
import './reminders.css'

export const metadata: Metadata = { title: 'Who will be told what' }

/** Why somebody is told of what is not theirs. */
const partNotes = {
  own: '',
  backup: ' (they are the backup)',
  keeper: ' (it is late, or nobody is named)',
} as const

const one = (value: SearchParams[string]) => (typeof value === 'string' ? value : '')

export default async function RemindersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireReader()
  const params = await searchParams
  const page = await forecastPage(actor, one(params['day']), Math.floor(Number(one(params['page']))) || 1)
  const all = page.days.reduce((sum, { duties }) => sum + duties, 0)
  return (
    <ReminderFrame actor={actor} current="/reminders" rules={page.rules} isMailSetUp={page.isMailSetUp}>
      {all === 0 ? (
        <EmptyState title="Nobody will be told anything in the next 14 days" icon="checkCircle">
          People are told 90, 60, 30, 14 and 7 days before something is due, the day before, on the day, and
          then every week until it is done.
        </EmptyState>
      ) : (
        <Section
          title="Who will be told what in the next 14 days"
          lede={`If nothing is done, moved or handed over until then. As of ${page.asOf}.`}
        >
          <Days days={page.days} shown={page.shown} />
          <People page={page} mayOpen={can(actor, 'person.read')} />
        </Section>
      )}
    </ReminderFrame>
  )
}

const weekday = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
})

function Days({ days, shown }: { days: readonly ForecastDay[]; shown: string }) {
  return (
    <nav aria-label="Days">
      <ul className="reminder-days">
        {days.map(({ day, isQuiet, people, duties }) => (
          <li key={day}>
            <a href={`/reminders?day=${day}`} aria-current={day === shown ? 'page' : undefined}>
              <time dateTime={day}>{weekday.format(new Date(day))}</time>
              <span>
                {duties > 0
                  ? `${count(duties, 'reminder')}, ${count(people, 'person', 'people')}`
                  : isQuiet
                    ? 'Quiet day'
                    : 'Nothing'}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function People({ page, mayOpen }: { page: ForecastPage; mayOpen: boolean }) {
  const { shown, people, total } = page
  if (total === 0) return <p>Nobody will be told anything on {formatDay(shown)}.</p>
  const last = Math.ceil(total / peoplePerPage)
  const to = (target: number) => `/reminders?day=${shown}&page=${target}`
  const figure = (value: number) => value.toLocaleString('en-US')
  return (
    <>
      <h3 className="reminder-day" id="day">
        {count(total, 'person', 'people')} on {formatDay(shown)}
      </h3>
      <ul className="reminder-people">
        {people.map(({ id, name, total: all, lines }) => (
          <li key={id}>
            <p>{mayOpen ? <a href={`/people/${id}`}>{name}</a> : name}</p>
            <ul>
              {lines.map(({ dutyId, title, recordLabel, dueOn, part }) => (
                <li key={dutyId}>
                  <a href={`/due/${dutyId}`}>
                    {recordLabel}: {title}
                  </a>{' '}
                  <span className="text-muted">
                    {dueInWords(dueOn, shown)}
                    {partNotes[part]}
                  </span>
                </li>
              ))}
              {all > lines.length ? <li>and {figure(all - lines.length)} more</li> : null}
            </ul>
          </li>
        ))}
      </ul>
      {last > 1 ? (
        <Pagination
          summary={`${figure((page.page - 1) * peoplePerPage + 1)}–${figure(Math.min(total, page.page * peoplePerPage))} of ${figure(total)}`}
          previous={page.page > 1 ? to(page.page - 1) : undefined}
          next={page.page < last ? to(page.page + 1) : undefined}
        />
      ) : null}
    </>
  )
}
