import type { Day } from '#lib/base/days'
import { formatDay } from '#lib/base/days'
import { ButtonLink } from '../ui/button.tsx'
import { type Citation, Cite } from '../ui/cite.tsx'
import type { DueStanding } from '../ui/due-day.tsx'
import { DueBadge } from '../ui/relative-day.tsx'

/** One thing that is due, with at most one next step. */
export type DueItem = {
  id: string
  title: string
  href?: string | undefined
  /** The record it belongs to, where the list is about several. */
  about?: { label: string; href: string } | undefined
  dueOn: Day
  status: DueStanding
  owner?: string | undefined
  rule?: Citation | undefined
  next?: { label: string; href: string } | undefined
  /** What else is to be known of it: that its reminders rest. */
  note?: string | undefined
  /** The way to what else can be done with it. */
  more?: { label: string; href: string } | undefined
}

/** What is due, in the order given: how it stands, what it is, whose it is, and the one button that gets it done. */
export function DueList({ items, today }: { items: readonly DueItem[]; today: Day }) {
  return (
    <ul className="due-list">
      {items.map(({ id, title, href, about, dueOn, status, owner, rule, next, note, more }) => (
        <li key={id}>
          <div className="due-what">
            <p className="due-title">{href ? <a href={href}>{title}</a> : title}</p>
            <p className="due-meta">
              {about ? (
                <>
                  <a href={about.href}>{about.label}</a>
                  {' · '}
                </>
              ) : null}
              {status === 'on-track' ? 'Due ' : null}
              {formatDay(dueOn)}
              {' · '}
              {owner ?? 'Nobody is named'}
              {more ? (
                <>
                  {' · '}
                  <a href={more.href}>
                    {more.label}
                    <span className="sr-only">: {title}</span>
                  </a>
                </>
              ) : null}
            </p>
            {note ? <p className="due-meta">{note}</p> : null}
            {rule ? <Cite rule={rule} /> : null}
          </div>
          {status === 'on-track' ? null : (
            <div className="due-standing">
              <DueBadge status={status} day={dueOn} today={today} />
            </div>
          )}
          {next ? (
            <ButtonLink
              href={next.href}
              size="small"
              variant={status === 'overdue' ? 'primary' : 'secondary'}
            >
              {next.label}
              <span className="sr-only">: {title}</span>
            </ButtonLink>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
