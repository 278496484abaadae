import { type Day, daysBetween, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { type DayInWords, DueDay, type DueStanding } from './due-day.tsx'

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

/** "in 12 days", "8 days overdue", or with `past` "3 days ago"; far away, the date. */
export function dayInWords(day: Day, today: Day, past = false): DayInWords {
  const date = formatDay(day)
  const days = daysBetween(today, day)
  const words = past ? pastInWords(days, date) : dueInWords(days, date)
  return words === date ? { day, words } : { day, words, title: date }
}

/** A day seen from `today`. Where the words are not the date, the title is; on paper the style sheet prints it. */
export function RelativeDay({ day, today, past = false }: { day: Day; today: Day; past?: boolean }) {
  const { words, title } = dayInWords(day, today, past)
  return (
    <time dateTime={day} title={title}>
      {words}
    </time>
  )
}

/** A due day: "8 days overdue" and "Due in 12 days" as badges; what is on track is plain text, not one more signal. */
export function DueBadge({ status, day, today }: { status: DueStanding; day: Day; today: Day }) {
  return <DueDay at={dayInWords(day, today)} due={status} />
}
