import type { Day } from '#lib/base/days'
import { StatusBadge, type Tone } from './badge.tsx'

/** A day in words seen from `today`; `title` is the date where the words are not. */
export interface DayInWords {
  day: Day
  words: string
  title?: string
}

/** How something due stands, as the kernel's one definition names it. */
export type DueStanding = 'overdue' | 'due-soon' | 'on-track'

/** The tone of each standing, for badges and charts alike. */
export const dueTone: Readonly<Record<DueStanding, Tone>> = {
  overdue: 'danger',
  'due-soon': 'attention',
  'on-track': 'neutral',
}

/**
 * A day already in words: "8 days overdue" and "Due in 12 days" as badges; what is on track, or not a due day at all, is plain
 * text and not one more signal.
 */
export function DueDay({
  at: { day, words, title },
  due,
}: {
  at: DayInWords
  due?: DueStanding | undefined
}) {
  const time = (
    <time dateTime={day} title={title}>
      {words}
    </time>
  )
  if (due === undefined) return time
  if (due === 'on-track') return <span className="due-plain">Due {time}</span>
  return (
    <StatusBadge tone={dueTone[due]} clock={due === 'due-soon'}>
      <span>
        {due === 'overdue' ? null : 'Due '}
        {time}
      </span>
    </StatusBadge>
  )
}
