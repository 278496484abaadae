import { type Day, daysBetween, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { StatusBadge, type Tone } from './badge.tsx'

function dueInWords(days: number, date: string): string {
  if (days < 0) return `${count(-days, 'day')} overdue`
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days < 100 ? `in ${days} days` : date
}

function pastInWords(days: number, date: string): string {
  if (days === 0) return 'today'
  if (days === -1) return 'yesterday'
  return days < 0 && days > -100 ? `${-days} days ago` : date
}

/**
 * A day seen from `today`: "in 12 days", "8 days overdue", or with `past` "3 days ago". Where the words are not the date,
 * the title is; on paper the style sheet prints it.
 */
export function RelativeDay({ day, today, past = false }: { day: Day; today: Day; past?: boolean }) {
  const date = formatDay(day)
  const days = daysBetween(today, day)
  const words = past ? pastInWords(days, date) : dueInWords(days, date)
  return (
    <time dateTime={day} title={words === date ? undefined : date}>
      {words}
    </time>
  )
}

/** How something due stands, as the kernel's one definition names it. */
export type DueStanding = 'overdue' | 'due-soon' | 'on-track'

/** The tone of each standing, for badges and charts alike. */
export const dueTone: Readonly<Record<DueStanding, Tone>> = {
  overdue: 'danger',
  'due-soon': 'attention',
  'on-track': 'neutral',
}

/** A due day: "8 days overdue" and "Due in 12 days" as badges; what is on track is plain text, not one more signal. */
export function DueBadge({ status, day, today }: { status: DueStanding; day: Day; today: Day }) {
  if (status === 'on-track') {
    return (
      <span className="due-plain">
        Due <RelativeDay day={day} today={today} />
      </span>
    )
  }
  return (
    <StatusBadge tone={dueTone[status]} clock={status === 'due-soon'}>
      <span>
        {status === 'overdue' ? null : 'Due '}
        <RelativeDay day={day} today={today} />
      </span>
    </StatusBadge>
  )
}
