import { Panel } from '#components/table/panel'
import { ButtonLink } from '#components/ui/button'
import { Icon } from '#components/ui/icon'
import {
  type CalendarFilters,
  type CalendarView,
  calendarHref,
  calendarPath,
  narrowedBy,
} from '#lib/calendar/view'
import { FilterSelects, filterWords, type OfferedFilters } from './filters.tsx'
import '../../../components/table/list.css'

/** Where the neighbours of what is shown are; `noun` names it: 'month', 'day'. */
export interface Neighbours {
  noun: string
  previous: string
  now: string
  next: string
}

/** From here to there, month or agenda, and what is shown of it. All of it is in the address. */
export function CalendarBar({
  view,
  offered,
  neighbours,
}: {
  view: CalendarView
  offered: OfferedFilters
  neighbours: Neighbours | null
}) {
  const to = (change: Partial<CalendarFilters>) => calendarHref(view, change)
  const chips = filterWords(view, offered)
  return (
    <div className="cal-bar no-print">
      <div className="toolbar list-toolbar">
        {neighbours ? (
          <nav className="cal-steps" aria-label={`Another ${neighbours.noun}`}>
            <ButtonLink href={neighbours.previous} icon="arrowLeft" rel="prev">
              Previous<span className="sr-only"> {neighbours.noun}</span>
            </ButtonLink>
            <ButtonLink href={neighbours.now}>Today</ButtonLink>
            <ButtonLink href={neighbours.next} icon="arrowRight" rel="next">
              Next<span className="sr-only"> {neighbours.noun}</span>
            </ButtonLink>
          </nav>
        ) : null}
        <nav className="cal-ways" aria-label="How it is shown">
          {(['month', 'agenda'] as const).map((as) => (
            <a
              key={as}
              href={calendarHref(view, { as, day: null, before: null })}
              aria-current={view.as === as && !view.day && !view.before ? 'page' : undefined}
            >
              {as === 'month' ? 'Month' : 'Agenda'}
            </a>
          ))}
        </nav>
        <form action={calendarPath} className="cal-find">
          {view.before ? <input type="hidden" name="before" value={view.before} /> : null}
          {view.day ? <input type="hidden" name="day" value={view.day} /> : null}
          {view.as === 'agenda' ? <input type="hidden" name="view" value="agenda" /> : null}
          <input type="hidden" name="month" value={view.month} />
          <Panel label="Filters" icon="filter" count={narrowedBy(view)} stateKey={calendarHref(view)}>
            <FilterSelects filters={view} offered={offered} />
            {view.before ? null : (
              <label className="choice">
                <input type="checkbox" name="done" value="yes" defaultChecked={view.done} />
                Also what is done
              </label>
            )}
          </Panel>
        </form>
      </div>
      {chips.length > 0 ? (
        <ul className="list-chips" aria-label="Active filters">
          {chips.map(({ label, without }) => (
            <li key={label}>
              <a href={to(without)} className="chip">
                {label}
                <Icon name="close" />
                <span className="sr-only">: remove</span>
              </a>
            </li>
          ))}
          <li>
            <a href={to({ person: '', site: '', kind: '', done: false })}>Clear all</a>
          </li>
        </ul>
      ) : null}
    </div>
  )
}
